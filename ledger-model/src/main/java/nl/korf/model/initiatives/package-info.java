/** What an initiative carries: context along the BLOFT facets. */
@NullMarked
package nl.korf.model.initiatives;

import org.jspecify.annotations.NullMarked;
