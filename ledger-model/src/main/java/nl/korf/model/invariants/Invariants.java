package nl.korf.model.invariants;

import java.time.Instant;
import java.util.List;
import nl.korf.model.Imported.Finding;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.knowledge.Knowledge;

/**
 * The rules of mandates, asked at the moment of a command: an empty list is a yes, else all that is
 * wrong at once, in order of precedence. The knowledge is of the head the command was sourced at,
 * on {@code now}.
 */
public final class Invariants {

  /** What can be done to a mandate that stands. */
  public enum Change {
    NARROW,
    SUSPEND,
    LIFT,
    REVOKE
  }

  private Invariants() {}

  /** Whether {@code actor} may grant this (rules M1 to M8, M16, M18). */
  public static List<Reason> ofGrant(
      Grant grant, PersonId actor, Knowledge knowledge, Instant now) {
    return List.of(Reason.of(Refusal.POWER_UNKNOWN));
  }

  /** Whether {@code actor} may do this to the mandate, in its present state (rules M8, M9, M18). */
  public static List<Reason> ofChange(
      Change change,
      MandateId mandate,
      PersonId actor,
      Instant effectiveAt,
      Knowledge knowledge,
      Instant now) {
    return List.of(Reason.of(Refusal.POWER_UNKNOWN));
  }

  /** Whether {@code actor} may narrow so: {@link #ofChange} and rule M17. */
  public static List<Reason> ofNarrowing(
      MandateNarrowed narrowing,
      PersonId actor,
      Instant effectiveAt,
      Knowledge knowledge,
      Instant now) {
    return List.of(Reason.of(Refusal.POWER_UNKNOWN));
  }

  /**
   * What an imported grant would have been refused for, were it an act of the ledger: the rules
   * about its terms, not those about who acts and when (rule M18).
   */
  public static List<Finding> findings(Grant grant, Knowledge knowledge) {
    return List.of();
  }

  /** What is allowed but not preferred: a person as holder (rule M13). */
  public static List<Finding> preferences(Grant grant) {
    return List.of();
  }
}
