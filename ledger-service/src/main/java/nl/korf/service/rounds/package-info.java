/**
 * Decision rounds and the rules by which groups decide in them.
 *
 * <p>A round freezes its electorate, weights, rule and deadline when it opens. What is said in it
 * (ballots, advice, objections) never stands in another one's way; closing it does rest on all of
 * it. The outcome is the model's, a function of the facts of the round alone: this package only
 * sees to who may answer, until when, and what follows from an outcome.
 */
@NullMarked
package nl.korf.service.rounds;

import org.jspecify.annotations.NullMarked;
