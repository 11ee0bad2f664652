/**
 * Reads what the pyramid meter counts, as known at one position, about all times: decisions,
 * directives, rounds and initiatives, and whose they are. Refuses to know what is counted as what.
 */
@NullMarked
package nl.korf.projections.pyramid;

import org.jspecify.annotations.NullMarked;
