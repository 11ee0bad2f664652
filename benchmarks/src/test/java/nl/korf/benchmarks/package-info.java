/** The arithmetic and the care of the benchmarks; no test here asserts a time. */
@NullMarked
package nl.korf.benchmarks;

import org.jspecify.annotations.NullMarked;
