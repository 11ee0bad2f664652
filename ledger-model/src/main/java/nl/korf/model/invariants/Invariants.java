package nl.korf.model.invariants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.Imported.Finding;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.Chain;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import org.jspecify.annotations.Nullable;

/**
 * The rules of mandates, asked at the moment of a command: an empty list is a yes, else all that is
 * wrong at once, in order of precedence. The knowledge is of the head the command was sourced at,
 * on {@code now}.
 *
 * <p>Exclusions and conditions (M4, M7) need no rule here: a sub-mandate inherits all of the chain
 * above it whatever its own terms say, and the authority check reads them from every link.
 *
 * <p>A start the grant names itself must also lie at or after the recording: append with {@code
 * notAfter} = that start (M18).
 */
public final class Invariants {

  /** Title 10.1 of the Awb, as far as it is about granting. */
  public static final RuleSet AWB = Awb.RULES;

  /** What can be done to a mandate that stands. */
  public enum Change {
    NARROW,
    SUSPEND,
    LIFT,
    REVOKE
  }

  private Invariants() {}

  /**
   * Whether {@code actor} may grant this (rules M1 to M6, M8, M10, M16, M18), everything it names
   * is there, and its identifier is free.
   */
  public static List<Reason> ofGrant(
      Grant grant, PersonId actor, Knowledge knowledge, Instant now) {
    return ofGrant(AWB, grant, actor, knowledge, now);
  }

  /** As {@link #ofGrant(Grant, PersonId, Knowledge, Instant)}, under another set of rules. */
  public static List<Reason> ofGrant(
      RuleSet rules, Grant grant, PersonId actor, Knowledge knowledge, Instant now) {
    List<Reason> reasons = new ArrayList<>(References.of(grant, knowledge));
    reasons.addAll(rules.reasons(Proposal.by(actor, grant, knowledge, now)));
    return sorted(reasons);
  }

  /** Whether {@code actor} may do this to the mandate, in its present state (rules M8, M9, M18). */
  public static List<Reason> ofChange(
      Change change,
      MandateId mandate,
      PersonId actor,
      Instant effectiveAt,
      Knowledge knowledge,
      Instant now) {
    Optional<Dated<MandateRow>> found = knowledge.mandate(mandate);
    if (found.isEmpty()) {
      return List.of(Reason.of(Refusal.MANDATE_UNKNOWN, "mandate", mandate.toString()));
    }
    List<Reason> reasons = new ArrayList<>();
    if (effectiveAt.isBefore(now)) {
      reasons.add(new Reason(Refusal.BACKDATED, Values.of("from", effectiveAt, "now", now)));
    }
    state(change, found.get()).ifPresent(reasons::add);
    reasons.addAll(upstream(mandate, actor, knowledge));
    return sorted(reasons);
  }

  /** Whether {@code actor} granted the mandate, or stands above it (rule M9). */
  public static List<Reason> upstream(MandateId mandate, PersonId actor, Knowledge knowledge) {
    return knowledge
        .mandate(mandate)
        .flatMap(found ->
            GrantorRules.notUpstream(
                found.row(), Capacities.of(actor, knowledge), Chain.of(mandate, knowledge)))
        .map(values -> List.of(new Reason(Refusal.NOT_UPSTREAM, values)))
        .orElse(List.of());
  }

  private static Optional<Reason> state(Change change, Dated<MandateRow> mandate) {
    return switch (mandate.row().state()) {
      case DECLINED, REVOKED, EXPIRED -> ended(mandate);
      case PROPOSED -> proposed(change).map(one -> new Reason(one, standing(mandate)));
      case SUSPENDED ->
          change == Change.SUSPEND
              ? Optional.of(new Reason(Refusal.MANDATE_ALREADY_SUSPENDED, standing(mandate)))
              : Optional.empty();
      case ACTIVE ->
          change == Change.LIFT
              ? Optional.of(new Reason(Refusal.MANDATE_NOT_SUSPENDED, standing(mandate)))
              : Optional.empty();
    };
  }

  /** An offer can be taken back, not changed under the eyes of whoever is to consent to it. */
  private static Optional<Refusal> proposed(Change change) {
    return switch (change) {
      case REVOKE -> Optional.empty();
      case LIFT -> Optional.of(Refusal.MANDATE_NOT_SUSPENDED);
      case NARROW, SUSPEND -> Optional.of(Refusal.CONSENT_PENDING);
    };
  }

  /** Why nothing more can be done to a mandate that is over; empty where it is not. */
  static Optional<Reason> ended(Dated<MandateRow> mandate) {
    Optional<Refusal> refusal =
        switch (mandate.row().state()) {
          case DECLINED -> Optional.of(Refusal.MANDATE_ALREADY_DECLINED);
          case REVOKED -> Optional.of(Refusal.MANDATE_ALREADY_REVOKED);
          case EXPIRED -> Optional.of(Refusal.MANDATE_ALREADY_EXPIRED);
          case PROPOSED, ACTIVE, SUSPENDED -> Optional.empty();
        };
    return refusal.map(one -> new Reason(one, standing(mandate)));
  }

  /** Whether {@code actor} may revoke: {@link #ofChange} and the form of it (Awb 10:8(2), M9). */
  public static List<Reason> ofRevocation(
      RuleSet rules,
      MandateId mandate,
      @Nullable WrittenRecord record,
      PersonId actor,
      Knowledge knowledge,
      Instant now) {
    List<Reason> reasons =
        new ArrayList<>(ofChange(Change.REVOKE, mandate, actor, now, knowledge, now));
    knowledge
        .mandate(mandate)
        .filter(found -> record == null && rules.revokedInWriting().test(found.row().terms()))
        .filter(found -> found.row().state() != MandateState.PROPOSED)
        .ifPresent(
            found -> reasons.add(new Reason(Refusal.REVOCATION_NOT_WRITTEN, standing(found))));
    return sorted(reasons);
  }

  private static Map<String, String> standing(Dated<MandateRow> mandate) {
    return Values.of(
        "mandate", mandate.row().mandate(),
        "holder", mandate.row().terms().holder(),
        "since", mandate.from(),
        "awaited", Consents.awaited(mandate.row()),
        "position", mandate.row().version());
  }

  /** Whether {@code actor} may narrow so: {@link #ofChange} and rule M17. */
  public static List<Reason> ofNarrowing(
      MandateNarrowed narrowing,
      PersonId actor,
      Instant effectiveAt,
      Knowledge knowledge,
      Instant now) {
    List<Reason> reasons =
        new ArrayList<>(
            ofChange(Change.NARROW, narrowing.mandate(), actor, effectiveAt, knowledge, now));
    knowledge
        .mandate(narrowing.mandate())
        .ifPresent(found -> reasons.addAll(NarrowingRules.of(narrowing, found.row(), effectiveAt)));
    return sorted(reasons);
  }

  /**
   * What an imported grant would have been refused for, were it an act of the ledger: the rules
   * about its terms, not those about who acts and when (rule M18).
   */
  public static List<Finding> findings(Grant grant, Knowledge knowledge) {
    return findings(AWB, grant, knowledge);
  }

  /** As {@link #findings(Grant, Knowledge)}, under another set of rules. */
  public static List<Finding> findings(RuleSet rules, Grant grant, Knowledge knowledge) {
    return rules.findings(Proposal.imported(grant, knowledge));
  }

  /** What is allowed but not preferred: a person as holder (rule M13). */
  public static List<Finding> preferences(Grant grant) {
    Party holder = grant.terms().holder();
    return holder.kind() == Party.Kind.PERSON
        ? List.of(new Finding("M13", Values.of("holder", holder, "preferred", "role")))
        : List.of();
  }

  private static List<Reason> sorted(List<Reason> reasons) {
    return reasons.stream().distinct().sorted(Reason.PRECEDENCE).toList();
  }
}
