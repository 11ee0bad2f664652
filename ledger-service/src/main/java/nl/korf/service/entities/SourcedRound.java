package nl.korf.service.entities;

import java.time.Instant;
import java.util.List;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundExtended;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.RoundRestarted;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * A round by the facts that change it, without what was said in it: so that who answers in it does
 * not stand in the way of another who does.
 *
 * @param position of its opening
 * @param deadline the last one: after an extension or a restart a later one than at opening
 * @param textVersion the version that is decided about now
 * @param extended whether a late quorum has put the deadline off
 */
public record SourcedRound(
    RoundOpened opened,
    long position,
    Instant deadline,
    int textVersion,
    boolean extended,
    @Nullable Ended ended) {

  /** How and where a round ended. */
  public record Ended(long position, Instant at, RoundOutcome outcome) {}

  /** From the facts with the tag of the round; the first one is its opening. */
  static SourcedRound of(List<RecordedFact> facts) {
    RecordedFact first = facts.getFirst();
    if (!(first.fact() instanceof RoundOpened opened)) {
      throw new IllegalArgumentException("a round begins with its opening, not with " + first);
    }
    SourcedRound round =
        new SourcedRound(
            opened,
            first.envelope().position(),
            opened.deadline(),
            opened.textVersion(),
            false,
            null);
    for (RecordedFact fact : facts.subList(1, facts.size())) {
      round = round.after(fact);
    }
    return round;
  }

  private SourcedRound after(RecordedFact fact) {
    return switch (fact.fact()) {
      case RoundExtended later ->
          new SourcedRound(opened, position, later.deadline(), textVersion, true, ended);
      case RoundRestarted anew ->
          new SourcedRound(opened, position, anew.deadline(), anew.textVersion(), false, ended);
      case RoundWithdrawn _ -> endedBy(fact, RoundOutcome.WITHDRAWN);
      case OutcomeComputed computed -> endedBy(fact, computed.outcome());
      default -> this;
    };
  }

  private SourcedRound endedBy(RecordedFact fact, RoundOutcome outcome) {
    Ended end = new Ended(fact.position(), fact.envelope().recordedAt(), outcome);
    return new SourcedRound(opened, position, deadline, textVersion, extended, end);
  }

  public RoundId id() {
    return opened.round();
  }

  public RuleSpec spec() {
    return opened.spec();
  }

  public Rule rule() {
    return opened.spec().rule();
  }

  /** Whether the rule has one person decide. */
  public boolean alone() {
    return rule() == Rule.MANDATED || rule() == Rule.ADVICE;
  }

  public boolean open() {
    return ended == null;
  }
}
