/** Reads decisions, in time, and by what they used. */
@NullMarked
package nl.korf.projections.decisions;

import org.jspecify.annotations.NullMarked;
