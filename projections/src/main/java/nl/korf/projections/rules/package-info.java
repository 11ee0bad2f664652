/** Rules by which groups decide, in their versions. */
@NullMarked
package nl.korf.projections.rules;

import org.jspecify.annotations.NullMarked;
