package nl.korf.model.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.Tally;
import nl.korf.model.rules.RuleSpec;

/** A quorum that is reached so late that the others had no time to answer. */
public final class LateQuorum {

  private LateQuorum() {}

  /**
   * The new deadline, where this ballot is the first to reach the quorum and does so within the
   * declared time before the deadline; once in a round.
   *
   * @param before the round without the ballot
   * @param recordedAt when the ballot is recorded
   */
  public static Optional<Instant> extension(
      RoundState before, BallotCast ballot, Instant recordedAt) {
    RuleSpec spec = before.spec();
    Duration late = spec.lateQuorum();
    if (late == null
        || before.extended()
        || !recordedAt.isBefore(before.deadline())
        || recordedAt.isBefore(before.deadline().minus(late))) {
      return Optional.empty();
    }
    Tally without = Count.of(before);
    Tally with = with(before, without, ballot);
    return Count.quorum(spec, with) && !Count.quorum(spec, without)
        ? Optional.of(recordedAt.plus(late))
        : Optional.empty();
  }

  /** Only how many answered matters to a quorum, so the ballot is counted as an abstention. */
  private static Tally with(RoundState before, Tally tally, BallotCast ballot) {
    List<Elector> more = new ArrayList<>(before.electors());
    more.removeIf(elector ->
        !elector.person().equals(ballot.person())
            || before.counted().containsKey(ballot.person())
            || ballot.textVersion() != before.textVersion());
    long weight = more.stream().mapToLong(Elector::weight).sum();
    return new Tally(
        tally.yes(),
        tally.no(),
        Math.addExact(tally.abstain(), weight),
        tally.electorate(),
        tally.ballots() + more.size(),
        tally.electors(),
        tally.openObjections());
  }
}
