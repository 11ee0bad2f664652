/**
 * Decision rounds: what was said in one, folded from its facts, and the outcome as a pure function
 * of rule, electorate, ballots, objections and deadline. Asks no clock and no read model.
 */
@NullMarked
package nl.korf.model.rounds;

import org.jspecify.annotations.NullMarked;
