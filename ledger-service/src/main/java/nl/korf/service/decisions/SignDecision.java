package nl.korf.service.decisions;

import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.Signing;
import nl.korf.model.facts.DecisionEvent.DecisionSigned;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.Question;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.MandateEntities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What a body decided itself is signed on its behalf (Awb 10:11): by who holds a signing mandate
 * for the power it was decided under, or acts as the body. To sign is never to decide.
 *
 * @param mandate the signing mandate to use; null: the one by which the path is shortest
 * @param by who signs; null: who asks. A registrar records the signature of another
 */
public record SignDecision(DecisionId decision, @Nullable MandateId mandate, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<SignDecision> {

    private final Competence competence;

    Handler(Competence competence) {
      this.competence = competence;
    }

    @Override
    public Class<SignDecision> command() {
      return SignDecision.class;
    }

    @Override
    public Decided decide(SignDecision command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      DecisionRow row = Reasons.subject(entities.decision(command.decision()), command.decision());
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      Act decided = row.act();
      reasons.when(decided == null, Refusal.VALUE_MISSING, "field", "decision.act");
      if (by == null || decided == null) {
        throw reasons.refusal();
      }
      if (command.mandate() != null) {
        reasons.need(entities.mandate(command.mandate()), command.mandate());
      }
      Question question = Question.about(by, Signing.act(row, decided), null, command.mandate());
      CompetenceProof proof = competence.check(question, entities, "SignDecision");
      var signed = MandateEntities.in(entities).signature(command.decision()).orElse(null);
      reasons.addAll(Signing.reasons(row, by, proof, signed));
      reasons.refuseIfAny();
      @Nullable MandateId used = proof.path().isEmpty() ? null : proof.path().getFirst().mandate();
      return Decided.facts(new DecisionSigned(command.decision(), by, used, proof))
          .before(entities.firstEnd())
          .onBehalfOf(row.principal() == null ? null : "body:" + row.principal());
    }
  }
}
