package nl.korf.service.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.korf.model.DecisionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.rules.Rule;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.service.decisions.TakeDecision.Supersedes;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;

/** Decisions on leases and what becomes of them, in an {@link Estate}. */
final class Leases {

  private Leases() {}

  static DecisionId id(String decision) {
    return new DecisionId(decision);
  }

  /** A lease of a thousand a year. */
  static TakeDecision lease(
      String decision,
      @Nullable Instant from,
      @Nullable Instant expiresAt,
      @Nullable Instant reviewAt,
      Supersedes... supersedes) {
    TakeDecision plain = Estate.lease(decision, 1_000, 1);
    return new TakeDecision(
        plain.decision(),
        plain.initiative(),
        plain.title(),
        plain.act(),
        null,
        null,
        null,
        from,
        null,
        null,
        null,
        expiresAt,
        reviewAt,
        List.of(supersedes));
  }

  static TakeDecision instead(String decision, Supersedes... supersedes) {
    return lease(decision, null, null, null, supersedes);
  }

  static Supersedes of(String decision, boolean revives) {
    return new Supersedes(id(decision), revives);
  }

  static SupersedeDecision supersede(String old, String successor) {
    return new SupersedeDecision(id(old), id(successor), null, null);
  }

  static RepealDecision repeal(String decision) {
    return new RepealDecision(id(decision), null, "No longer needed", "Awb 10:7", null);
  }

  static ReviewDecision review(String decision, ReviewResult result, @Nullable Instant next) {
    return new ReviewDecision(id(decision), result, next, "Looked at again", null, null);
  }

  static RatifyDecision ratify(String decision) {
    return new RatifyDecision(id(decision), "It was needed", null);
  }

  static RecordDissent dissent(String decision) {
    return new RecordDissent(id(decision), "Too far from the station", null);
  }

  /** A decision as history tells it: by somebody who was not competent, as far as is known. */
  static DecisionTaken told(
      String decision, PersonId by, boolean withAct, @Nullable RoundId round) {
    TakeDecision plain = Estate.lease(decision, 1_000, 1);
    return new DecisionTaken(
        id(decision),
        Estate.INITIATIVE,
        plain.title(),
        Rule.UNKNOWN,
        by,
        Party.of(Estate.GROUP),
        Estate.BODY,
        withAct ? plain.act().act() : null,
        new CompetenceProof(Verdict.NOT_COMPETENT, 1, null, List.of(), "holds-a-mandate", Map.of()),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        round,
        null,
        null,
        null);
  }

  /** Whether a decision works on an instant, and if not, why. */
  static DecisionState state(MemoryLedger ledger, String decision, Instant on) {
    List<RecordedFact> facts = ledger.facts();
    return DecisionLife.of(id(decision), facts).state(on).orElseThrow();
  }

  static DecisionState state(MemoryLedger ledger, String decision) {
    return state(ledger, decision, ledger.now());
  }

  static List<DecisionState> states(MemoryLedger ledger, String... decisions) {
    return Stream.of(decisions).map(one -> state(ledger, one)).toList();
  }
}
