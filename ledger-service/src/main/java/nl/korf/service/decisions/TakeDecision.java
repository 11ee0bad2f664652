package nl.korf.service.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.money.Limit;
import nl.korf.model.rules.Rule;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.Question;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Periods;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A competent holder decides (rule MANDATED). Accepted only if the whole chain stands unrevoked at
 * the position where the decision lands; the fact carries the proof.
 *
 * @param decision null: the ledger gives an identifier
 * @param initiative what is decided about, or null
 * @param decidedFor in whose work; null: the group that owns the initiative
 * @param mandate the mandate to use; null: the one by which the path is shortest
 * @param stage the stage the initiative moves to by this
 * @param by who decides; null: who asks. A registrar records the decision of another
 */
public record TakeDecision(
    @Nullable DecisionId decision,
    @Nullable InitiativeId initiative,
    LocalizedText title,
    AskedAct act,
    @Nullable Party decidedFor,
    @Nullable MandateId mandate,
    @Nullable String stage,
    @Nullable Instant effectiveFrom,
    @Nullable String motivation,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<TakeDecision> {

    private final Competence competence;

    Handler(Competence competence) {
      this.competence = competence;
    }

    @Override
    public Class<TakeDecision> command() {
      return TakeDecision.class;
    }

    @Override
    public Decided decide(TakeDecision command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      DecisionId id =
          command.decision() != null
              ? command.decision()
              : new DecisionId(boundary.newId("decision"));
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      reasons.free(entities, id);
      @Nullable InitiativeRow initiative = initiative(command, entities, reasons);
      Periods.notBefore(command.effectiveFrom(), entities.now(), reasons);
      @Nullable FreeText motivation = Texts.of("motivation", command.motivation(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      Act act = command.act().act();
      CompetenceProof proof = competent(command, id, by, act, entities, reasons);
      reasons.refuseIfAny();
      DecisionTaken taken = taken(command, id, by, act, initiative, proof, motivation, entities);
      return Decided.facts(taken)
          .before(entities.firstEnd())
          .onBehalfOf(taken.principal() == null ? null : "body:" + taken.principal());
    }

    private static @Nullable InitiativeRow initiative(
        TakeDecision command, Entities entities, Reasons reasons) {
      InitiativeId id = command.initiative();
      if (id == null) {
        return null;
      }
      InitiativeRow row =
          Reasons.subject(
              command.stage() == null ? entities.initiative(id) : entities.initiativeWithStage(id),
              id);
      if (row.withdrawn()) {
        reasons.ended(entities, row, Refusal.INITIATIVE_WITHDRAWN, "initiative", id);
      }
      reasons.when(
          Objects.equals(row.stage(), command.stage()),
          Refusal.STAGE_SAME,
          "initiative",
          id,
          "stage",
          row.stage(),
          "position",
          entities.origin(row).position());
      return row;
    }

    private CompetenceProof competent(
        TakeDecision command,
        DecisionId id,
        PersonId by,
        Act act,
        Entities entities,
        Reasons reasons) {
      @Nullable PersonId proposer =
          command.initiative() == null
              ? null
              : entities.proposerOf(command.initiative()).orElse(null);
      Question question = new Question(by, act, proposer, command.mandate());
      if (command.mandate() != null) {
        reasons.need(entities.mandate(command.mandate()), command.mandate());
      }
      CompetenceProof proof = competence.check(question, entities, "TakeDecision");
      reasons.addAll(AuthorityCheck.reasons(id, by, act, proof));
      return proof;
    }

    private static DecisionTaken taken(
        TakeDecision command,
        DecisionId id,
        PersonId by,
        Act act,
        @Nullable InitiativeRow initiative,
        CompetenceProof proof,
        @Nullable FreeText motivation,
        Entities entities) {
      List<MandateRow> path =
          proof.path().stream().flatMap(step -> entities.mandate(step.mandate()).stream()).toList();
      Party owner = initiative == null ? null : Party.of(initiative.owner());
      return new DecisionTaken(
          id,
          command.initiative(),
          command.title(),
          Rule.MANDATED,
          by,
          command.decidedFor() == null ? owner : command.decidedFor(),
          principal(act, proof, path),
          act,
          proof,
          path.stream().map(MandateRow::mandate).toList(),
          path.stream().filter(row -> capped(row, act)).map(MandateRow::mandate).toList(),
          command.stage(),
          command.effectiveFrom(),
          null,
          null,
          null,
          AuthorityCheck.delegation(proof).orElse(null),
          motivation);
    }

    /** Always the original principal, even under sub-mandate (Awb 10:10). */
    private static @Nullable BodyId principal(
        Act act, CompetenceProof proof, List<MandateRow> path) {
      if (!path.isEmpty()) {
        return path.getLast().terms().principal();
      }
      return AuthorityCheck.ownBody(proof).orElse(act.principal());
    }

    private static boolean capped(MandateRow mandate, Act act) {
      Stream<Limit> limits = mandate.terms().limits().stream();
      return act.value() != null
          && limits.anyMatch(limit ->
              limit.span() == Limit.Span.CUMULATIVE
                  && limit.category().equals(act.value().category()));
    }
  }
}
