package nl.korf.service.decisions;

import java.time.Instant;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.LegalReference;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.decisions.DecisionRules;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.service.authority.Competence;
import nl.korf.service.entities.DecisionEntities;
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
 * A decision works no longer. By whoever is competent for its power now, with a reason.
 *
 * @param from from when; null: now
 * @param by who repeals; null: who asks. A registrar records the act of another
 */
public record RepealDecision(
    DecisionId decision,
    @Nullable Instant from,
    @Nullable String reason,
    @Nullable String legalBasis,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<RepealDecision> {

    private final Competence competence;

    Handler(Competence competence) {
      this.competence = competence;
    }

    @Override
    public Class<RepealDecision> command() {
      return RepealDecision.class;
    }

    @Override
    public Decided decide(RepealDecision command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      Earlier earlier = Earlier.subject(command.decision(), entities);
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText reason = Texts.required("reason", command.reason(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      Periods.notBefore(command.from(), entities.now(), reasons);
      Instant from = command.from() == null ? entities.now() : command.from();
      reasons.addAll(DecisionRules.repeal(earlier.life(), from));
      CompetenceProof proof = earlier.competent(by, competence, reasons, "RepealDecision", "");
      reasons.refuseIfAny();
      return Decided.facts(repealed(command, earlier, by, proof, reason))
          .effectiveAt(command.from())
          .before(DecisionEntities.in(entities).firstEnd(earlier.life()))
          .onBehalfOf(earlier.principal());
    }

    private static DecisionRepealed repealed(
        RepealDecision command,
        Earlier earlier,
        PersonId by,
        @Nullable CompetenceProof proof,
        @Nullable FreeText reason) {
      return new DecisionRepealed(
          earlier.id(),
          earlier.row().initiative(),
          by,
          Earlier.found(proof),
          Earlier.mandates(Earlier.found(proof)),
          legalBasis(command.legalBasis()),
          reason);
    }
  }

  static @Nullable LegalReference legalBasis(@Nullable String cited) {
    return cited == null || cited.isBlank() ? null : LegalReference.cited(cited);
  }
}
