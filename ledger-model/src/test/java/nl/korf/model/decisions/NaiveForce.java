package nl.korf.model.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.korf.model.DecisionId;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionReviewed;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.model.facts.RecordedFact;
import org.jspecify.annotations.Nullable;

/**
 * Whether a decision works, read straight from the list of facts: no timelines, no rows. Written
 * for the test, from the text of the rules; can be broken on purpose.
 */
record NaiveForce(List<RecordedFact> facts, Set<Flaw> flaws) {

  /** How the model can be broken. */
  enum Flaw {
    ALWAYS_REVIVES,
    NEVER_REVIVES,
    FORGETS_EXPIRY,
    SUPERSEDES_AT_ONCE,
    FORGETS_REVIEWS
  }

  boolean works(DecisionId decision, long at, Instant on) {
    RecordedFact taking = taking(decision, at);
    if (taking == null || on.isBefore(start(taking))) {
      return false;
    }
    Instant expires = ((DecisionTaken) taking.fact()).expiresAt();
    if (expires != null && !on.isBefore(expires) && !flaws.contains(Flaw.FORGETS_EXPIRY)) {
      return false;
    }
    Instant ended = end(decision, at, on);
    return ended == null
        && facts.stream()
            .filter(fact -> fact.position() <= at)
            .noneMatch(fact -> displaced(fact, decision, at, on));
  }

  private boolean displaced(RecordedFact fact, DecisionId decision, long at, Instant on) {
    if (!(fact.fact() instanceof DecisionSuperseded one) || !one.decision().equals(decision)) {
      return false;
    }
    Instant effective = fact.envelope().effectiveAt();
    Instant from =
        one.effectiveFrom() == null || flaws.contains(Flaw.SUPERSEDES_AT_ONCE)
            ? effective
            : one.effectiveFrom();
    if (on.isBefore(from) || anotherIsLater(fact, one, at, on)) {
      return false;
    }
    Instant gone = end(one.by(), at, on);
    if (gone == null) {
      return true;
    }
    boolean revives =
        flaws.contains(Flaw.ALWAYS_REVIVES)
            || (one.revives() && !flaws.contains(Flaw.NEVER_REVIVES));
    return !revives && gone.isAfter(from);
  }

  /** Of two acts by which one decision takes the place of another, the later in effect counts. */
  private boolean anotherIsLater(RecordedFact fact, DecisionSuperseded one, long at, Instant on) {
    return facts.stream()
        .filter(other -> other.position() <= at && other.position() != fact.position())
        .filter(other ->
            other.fact() instanceof DecisionSuperseded more
                && more.decision().equals(one.decision())
                && more.by().equals(one.by()))
        .anyMatch(other -> {
          Instant its = from(other);
          Instant mine = from(fact);
          return !its.isAfter(on)
              && (its.isAfter(mine) || (its.equals(mine) && other.position() > fact.position()));
        });
  }

  private static Instant from(RecordedFact fact) {
    Instant own = ((DecisionSuperseded) fact.fact()).effectiveFrom();
    return own == null ? fact.envelope().effectiveAt() : own;
  }

  /** The moment, by the instant, at which somebody ended a decision that had not ended itself. */
  private @Nullable Instant end(DecisionId decision, long at, Instant on) {
    RecordedFact taking = taking(decision, at);
    if (taking == null) {
      return null;
    }
    return facts.stream()
        .filter(fact -> fact.position() <= at && ends(fact, decision))
        .filter(fact -> isAlive(taking, fact))
        .map(fact -> fact.envelope().effectiveAt())
        .filter(moment -> !moment.isAfter(on))
        .min(Instant::compareTo)
        .orElse(null);
  }

  private boolean ends(RecordedFact fact, DecisionId decision) {
    return switch (fact.fact()) {
      case DecisionRepealed repealed -> repealed.decision().equals(decision);
      case DecisionReviewed reviewed ->
          reviewed.decision().equals(decision)
              && reviewed.result() == ReviewResult.REPEALED
              && !flaws.contains(Flaw.FORGETS_REVIEWS);
      default -> false;
    };
  }

  /**
   * Whether the decision was taken by then and has not expired; at one instant positions decide.
   */
  private static boolean isAlive(RecordedFact taking, RecordedFact end) {
    Instant moment = end.envelope().effectiveAt();
    Instant taken = taking.envelope().effectiveAt();
    Instant begin = start(taking).isBefore(taken) ? start(taking) : taken;
    Instant expires = ((DecisionTaken) taking.fact()).expiresAt();
    boolean later = end.position() > taking.position();
    return (moment.isAfter(begin) || (moment.equals(begin) && later))
        && (expires == null || moment.isBefore(expires) || (moment.equals(expires) && !later));
  }

  private @Nullable RecordedFact taking(DecisionId decision, long at) {
    return facts.stream()
        .filter(fact ->
            fact.position() <= at
                && fact.fact() instanceof DecisionTaken taken
                && taken.decision().equals(decision))
        .findFirst()
        .orElse(null);
  }

  private static Instant start(RecordedFact taking) {
    Instant from = ((DecisionTaken) taking.fact()).effectiveFrom();
    return from == null ? taking.envelope().effectiveAt() : from;
  }
}
