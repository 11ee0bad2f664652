/**
 * Figures about speed and memory, as ratios measured side by side in one run on one machine.
 *
 * <p>{@code ./korf bench} runs them and prints one table; {@code docs/performance.md} keeps the
 * figures. Nothing here is shipped, and no test asserts a time.
 */
@NullMarked
package nl.korf.benchmarks;

import org.jspecify.annotations.NullMarked;
