/**
 * Reads mandates. A row says what a mandate is by itself; whether it counts follows from all above
 * it (rule M8), and is worked out at read, in {@link nl.korf.projections.mandates.Standing}.
 */
@NullMarked
package nl.korf.projections.mandates;

import org.jspecify.annotations.NullMarked;
