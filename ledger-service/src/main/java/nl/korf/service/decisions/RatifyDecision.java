package nl.korf.service.decisions;

import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.decisions.DecisionRules;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.PastDecision;
import nl.korf.service.authority.Used;
import nl.korf.service.entities.DecisionEntities;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Somebody competent now takes a decision for the account of the principal (bekrachtiging, rule
 * M19), where whoever took it was not competent by all that is known now. The decision keeps its
 * own verdict beside the ratifier's.
 *
 * @param by who ratifies; null: who asks. A registrar records the act of another
 */
public record RatifyDecision(DecisionId decision, @Nullable String reason, @Nullable PersonId by)
    implements Command {

  private static final String GATE = "RatifyDecision";

  static final class Handler implements Verb<RatifyDecision> {

    private final Competence competence;

    Handler(Competence competence) {
      this.competence = competence;
    }

    @Override
    public Class<RatifyDecision> command() {
      return RatifyDecision.class;
    }

    @Override
    public Decided decide(RatifyDecision command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      Earlier earlier = Earlier.subject(command.decision(), entities);
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText reason = Texts.required("reason", command.reason(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      PastDecision past = earlier.past();
      if (past != null) {
        reasons.addAll(DecisionRules.ratify(earlier.row(), by, knownNow(earlier, past, boundary)));
      }
      CompetenceProof proof = earlier.competent(by, competence, reasons, GATE, "");
      reasons.refuseIfAny();
      CompetenceProof found = Earlier.found(proof);
      return Decided.facts(
              new DecisionRatified(
                  command.decision(),
                  by,
                  past == null ? null : Used.by(found, past.inItsName(), entities).principal(),
                  found,
                  Earlier.mandates(found),
                  reason))
          .before(DecisionEntities.in(entities).firstEnd(earlier.life()))
          .onBehalfOf(earlier.principal());
    }

    private CompetenceProof knownNow(Earlier earlier, PastDecision past, Boundary boundary) {
      Entities then = Entities.on(boundary, past.on());
      return competence.asKnownNow(past, earlier.proposer(), then, GATE);
    }
  }
}
