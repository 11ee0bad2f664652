/**
 * Who is to be told of a fact, and why; and what a fact touches, for whoever follows something.
 *
 * <p>Promises that the same fact in the same world gives the same recipients with the same reasons,
 * and that every sort of fact has its answer here: the compiler sees to it. Refuses to know how
 * anybody is told, and what they chose to follow.
 */
@NullMarked
package nl.korf.model.notices;

import org.jspecify.annotations.NullMarked;
