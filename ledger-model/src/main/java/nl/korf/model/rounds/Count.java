package nl.korf.model.rounds;

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
    Map<PersonId, Said<BallotCast>> counted = state.counted();
    long[] weights = new long[Choice.values().length];
    long electorate = 0;
    for (Elector elector : state.electors()) {
      electorate = Math.addExact(electorate, elector.weight());
      Said<BallotCast> ballot = counted.get(elector.person());
      if (ballot != null) {
        int choice = ballot.fact().choice().ordinal();
        weights[choice] = Math.addExact(weights[choice], elector.weight());
      }
    }
    return new Tally(
        weights[Choice.YES.ordinal()],
        weights[Choice.NO.ordinal()],
        weights[Choice.ABSTAIN.ordinal()],
        electorate,
        counted.size(),
        state.electors().size(),
        state.standing().size());
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
