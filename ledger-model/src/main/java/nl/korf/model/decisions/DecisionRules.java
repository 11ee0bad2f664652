package nl.korf.model.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.model.view.DecisionRows.Repeal;
import nl.korf.model.view.DecisionRows.SupersessionRow;
import nl.korf.model.view.Row.DecisionRow;
import org.jspecify.annotations.Nullable;

/**
 * Whether a decision can be superseded, repealed, reviewed or ratified. Who may do so is another
 * question. Every rule answers with all that stands in the way.
 */
public final class DecisionRules {

  /** What fails where somebody is barred from an act, whatever mandate they hold (rule M10). */
  private static final Set<String> BARRED =
      Set.of("power-may-pass", "not-own-decision", "not-own-proposal");

  private DecisionRules() {}

  /**
   * Why {@code by} cannot take the place of {@code old} from an instant on.
   *
   * @param later decisions that stand, through others, in the place of {@code by}: from each to the
   *     next one; the last of them where a circle would close
   */
  public static List<Reason> supersede(
      DecisionLife old, DecisionId by, Instant from, List<DecisionId> later) {
    List<Reason> reasons = new ArrayList<>();
    if (old.decision().equals(by)) {
      return List.of(Reason.of(Refusal.SUPERSEDES_ITSELF, "decision", by.value()));
    }
    old.on(from).filter(DecisionRow::ended).ifPresent(row -> reasons.add(ended(row)));
    old.supersessionAtLast().ifPresent(one -> reasons.add(superseded(one)));
    if (later.contains(old.decision())) {
      reasons.add(
          Reason.of(
              Refusal.SUPERSEDE_CYCLE,
              "decision",
              old.decision().value(),
              "by",
              by.value(),
              "path",
              later.stream().map(DecisionId::value).collect(Collectors.joining(" → "))));
    }
    return List.copyOf(reasons);
  }

  /** Why a decision cannot be ended at an instant: it has ended, or another has its place. */
  public static List<Reason> repeal(DecisionLife life, Instant at) {
    List<Reason> reasons = new ArrayList<>();
    life.on(at).filter(DecisionRow::ended).ifPresent(row -> reasons.add(ended(row)));
    life.supersession(at)
        .filter(one -> !one.revives())
        .ifPresent(one -> reasons.add(superseded(one)));
    return List.copyOf(reasons);
  }

  /** Why a review cannot have this result, or lead to this next review. */
  public static List<Reason> review(
      DecisionLife life, ReviewResult result, @Nullable Instant next, Instant now) {
    List<Reason> reasons = new ArrayList<>(repeal(life, now));
    Optional<DecisionRow> row = life.on(now);
    Instant expiresAt = row.map(DecisionRow::expiresAt).orElse(null);
    boolean goesOn = result == ReviewResult.REAFFIRMED || result == ReviewResult.AMENDED;
    if (next == null) {
      if (goesOn) {
        reasons.add(Reason.of(Refusal.VALUE_MISSING, "field", "nextReviewAt"));
      }
    } else if (goesOn) {
      Instant start = row.map(DecisionRow::effectiveFrom).filter(now::isBefore).orElse(now);
      reasons.addAll(DecisionTerm.review(next, start, expiresAt));
    } else {
      reasons.add(
          Reason.of(
              Refusal.REVIEW_OF_WHAT_ENDS,
              "nextReviewAt",
              next.toString(),
              "result",
              result.name()));
    }
    if (result == ReviewResult.LAPSED && expiresAt == null) {
      reasons.add(Reason.of(Refusal.LAPSES_NEVER, "decision", life.decision().value()));
    }
    return List.copyOf(reasons);
  }

  /**
   * Why a decision cannot be ratified by somebody who is competent now (rule M19).
   *
   * @param known the verdict on whoever decided, about then, by all that is known now
   */
  public static List<Reason> ratify(DecisionRow row, PersonId by, CompetenceProof known) {
    List<Reason> reasons = new ArrayList<>();
    if (row.ratification() != null) {
      reasons.add(
          Reason.of(
              Refusal.ALREADY_RATIFIED,
              "decision",
              row.decision().value(),
              "by",
              row.ratification().by().value(),
              "since",
              row.ratification().on().toString(),
              "position",
              Long.toString(row.ratification().position())));
    }
    if (known.verdict() == Verdict.COMPETENT) {
      reasons.add(new Reason(Refusal.RATIFICATION_NOT_NEEDED, competent(row, known)));
    }
    if (by.equals(row.decidedBy()) && (barred(row.competence()) || barred(known))) {
      reasons.add(
          Reason.of(
              Refusal.RATIFIER_BARRED,
              "decision",
              row.decision().value(),
              "person",
              by.value(),
              "failed",
              String.valueOf(barred(known) ? known.failed() : row.competence().failed())));
    }
    return List.copyOf(reasons);
  }

  private static boolean barred(CompetenceProof proof) {
    return proof.verdict() != Verdict.COMPETENT
        && proof.failed() != null
        && BARRED.contains(proof.failed());
  }

  private static Map<String, String> competent(DecisionRow row, CompetenceProof known) {
    Map<String, String> values = new TreeMap<>(known.values());
    values.put("decision", row.decision().value());
    values.put(
        "person", String.valueOf(row.decidedBy() == null ? row.decidedFor() : row.decidedBy()));
    values.put("on", String.valueOf(known.on()));
    values.put("asKnownAt", Long.toString(known.asKnownAt()));
    values.put(
        "path",
        known.path().isEmpty()
            ? AuthorityCheck.ownBody(known).map(BodyId::value).orElse("-")
            : known.path().stream()
                .map(step -> step.mandate().value())
                .collect(Collectors.joining(" < ")));
    return values;
  }

  /**
   * Principal and holder of a mandate both decide: the first at its position stands (Awb 10:7).
   *
   * @param earlier decisions about the same initiative
   * @param decision the one that is decided now
   * @param now who decides it
   * @param replaced those it takes the place of
   */
  public static List<Reason> firstStands(
      List<DecisionLife> earlier,
      DecisionId decision,
      DecisionTerm term,
      OwnPower now,
      Set<DecisionId> replaced) {
    return earlier.stream()
        .filter(life -> !replaced.contains(life.decision()))
        .filter(life -> life.supersessionAtLast().isEmpty())
        .flatMap(life -> life.on(term.from()).stream())
        .filter(row -> !row.ended() && now.meets(row))
        .map(row ->
            Reason.of(
                Refusal.DECIDED_ALREADY,
                "decision",
                decision.value(),
                "first",
                row.decision().value(),
                "position",
                Long.toString(row.takenAt()),
                "by",
                String.valueOf(row.decidedBy()),
                "power",
                row.act() == null ? "–" : row.act().power().value(),
                "body",
                now.body().value()))
        .toList();
  }

  /**
   * Who decides on what: the body itself, or a holder of its mandate.
   *
   * @param body the principal
   * @param itself whether it decides by the power it holds itself
   */
  public record OwnPower(BodyId body, PowerId power, boolean itself) {

    /** Whether the other decision is by the other of the two, about the same power. */
    boolean meets(DecisionRow other) {
      return other.act() != null
          && other.act().power().equals(power)
          && body.equals(other.principal())
          && other.mandatesUsed().isEmpty() != itself;
    }
  }

  private static Reason ended(DecisionRow row) {
    Repeal repeal = row.repeal();
    return Reason.of(
        Refusal.DECISION_ENDED,
        "decision",
        row.decision().value(),
        "state",
        row.state().name(),
        "since",
        String.valueOf(repeal == null ? row.expiresAt() : repeal.since()),
        "position",
        Long.toString(repeal == null ? row.takenAt() : repeal.position()));
  }

  private static Reason superseded(SupersessionRow one) {
    return Reason.of(
        Refusal.DECISION_SUPERSEDED,
        "decision",
        one.decision().value(),
        "by",
        one.by().value(),
        "since",
        one.from().toString(),
        "position",
        Long.toString(one.position()));
  }
}
