package nl.korf.model.rounds;

import java.util.List;
import java.util.Map;
import nl.korf.model.PersonId;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.Tally;
import nl.korf.model.rules.RuleSpec;

/** Counting, in whole numbers that do not overflow unseen. */
final class Count {

  private Count() {}

  /** What was counted of a round. */
  static Tally of(RoundState state) {
    List<Elector> electors = state.electors();
    return new Tally(
        weight(state, Choice.YES),
        weight(state, Choice.NO),
        weight(state, Choice.ABSTAIN),
        weight(electors),
        state.counted().size(),
        electors.size(),
        state.standing().size());
  }

  private static long weight(RoundState state, Choice choice) {
    Map<PersonId, Said<BallotCast>> counted = state.counted();
    return weight(
        state.electors().stream()
            .filter(elector -> {
              Said<BallotCast> ballot = counted.get(elector.person());
              return ballot != null && ballot.fact().choice() == choice;
            })
            .toList());
  }

  private static long weight(List<Elector> electors) {
    long sum = 0;
    for (Elector elector : electors) {
      sum = Math.addExact(sum, elector.weight());
    }
    return sum;
  }

  /** Weight of all who answered. */
  static long answered(Tally tally) {
    return Math.addExact(Math.addExact(tally.yes(), tally.no()), tally.abstain());
  }

  /** Whether enough answered, by weight and by head. */
  static boolean quorum(RuleSpec spec, Tally tally) {
    return spec.quorum().reachedBy(answered(tally), tally.electorate())
        && tally.ballots() >= spec.quorumHeads();
  }

  /** As many for as against, and somebody for: what a casting vote breaks. */
  static boolean tied(Tally tally) {
    return tally.yes() > 0 && tally.yes() == tally.no();
  }

  /** Whether yes passes the threshold of the rule, {@code extra} of yes added to what was cast. */
  static boolean passes(RuleSpec spec, Tally tally, int extra) {
    long yes = Math.addExact(tally.yes(), (long) extra);
    long base =
        switch (spec.base()) {
          case YES_AND_NO -> Math.addExact(yes, tally.no());
          case BALLOTS -> Math.addExact(answered(tally), (long) extra);
          case ELECTORATE -> tally.electorate();
        };
    return spec.strict()
        ? spec.threshold().exceededBy(yes, base)
        : spec.threshold().reachedBy(yes, base);
  }
}
