package nl.korf.service.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.money.Obligation;
import nl.korf.model.rules.Rule;
import nl.korf.service.imports.Column.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Plans decisions that say by which power and for which amount; the verdict as of then is given
 * when they are recorded.
 */
final class DecisionPlan {

  private final PlanDraft draft;

  DecisionPlan(PlanDraft draft) {
    this.draft = draft;
  }

  void add() {
    draft.rows(Table.DECISIONS).forEach(this::decision);
  }

  private void decision(Row row) {
    Instant at = InitiativePlan.instant(row, "at");
    PersonId by = draft.personOrNull(row, "decided_by");
    Party decidedFor = draft.party(row, "decided_for");
    InitiativeId initiative =
        row.has("initiative") ? new InitiativeId(row.must("initiative")) : null;
    BodyId principal = row.has("principal") ? new BodyId(row.must("principal")) : null;
    DecisionTaken taken =
        new DecisionTaken(
            new DecisionId(row.must("id")),
            initiative,
            PlanDraft.text(row, "title", row.must("id")),
            Rule.UNKNOWN,
            by,
            decidedFor,
            principal,
            act(row, principal),
            new CompetenceProof(
                Verdict.UNKNOWN, 0, at, List.of(), null, Map.of("missing", "power")),
            row.has("mandate") ? List.of(new MandateId(row.must("mandate"))) : List.of(),
            List.of(),
            row.get("stage"),
            null,
            row.has("motivation") ? FreeText.of(row.must("motivation")) : null);
    draft
        .add(
            row,
            initiative == null ? "decision/" + row.must("id") : InitiativeStory.lane(initiative),
            taken,
            at)
        .needs(Entity.INITIATIVE, initiative)
        .needs(Entity.PERSON, by)
        .needs(Entity.BODY, principal)
        .needs(Entity.POWER, row.get("power"))
        .needs(Entity.MANDATE, row.get("mandate"))
        .needs(decidedFor)
        .planned();
  }

  private static @Nullable Act act(Row row, @Nullable BodyId principal) {
    if (!row.has("power")) {
      return null;
    }
    Obligation value =
        row.decimal("amount")
            .map(amount ->
                new Obligation(
                    row.has("category") ? row.must("category") : "general",
                    MandatePlan.amount(amount, row),
                    row.count("times", 1)))
            .orElse(null);
    return new Act(
        new PowerId(row.must("power")),
        PeoplePlan.word(MandateKind.class, row.get("kind"), MandateKind.MANDATE),
        principal,
        null,
        null,
        row.get("subject"),
        null,
        value,
        List.of());
  }
}
