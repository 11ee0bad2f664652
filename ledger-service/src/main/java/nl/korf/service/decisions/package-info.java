/** Decisions: taken where the whole chain of mandates holds at the position where they land. */
@NullMarked
package nl.korf.service.decisions;

import org.jspecify.annotations.NullMarked;
