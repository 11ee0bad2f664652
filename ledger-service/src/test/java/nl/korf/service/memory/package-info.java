/**
 * A ledger in memory for tests of rules: the verbs as they are, over a list of facts, under a clock
 * the test sets.
 */
@NullMarked
package nl.korf.service.memory;

import org.jspecify.annotations.NullMarked;
