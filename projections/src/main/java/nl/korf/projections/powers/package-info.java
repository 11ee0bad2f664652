/** Reads the taxonomy of powers and which body holds one by attribution. */
@NullMarked
package nl.korf.projections.powers;

import org.jspecify.annotations.NullMarked;
