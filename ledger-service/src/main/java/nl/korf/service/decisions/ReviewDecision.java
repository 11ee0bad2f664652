package nl.korf.service.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.decisions.DecisionRules;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionReviewed;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.model.facts.Fact;
import nl.korf.service.authority.Competence;
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
 * A decision is looked at again, by somebody who has a part in it. To repeal it by a review takes
 * competence for its power now; the repeal is a fact of its own beside the review.
 *
 * @param nextReviewAt the next review; needed where the decision goes on to work
 * @param by who reviews; null: who asks. A registrar records the act of another
 */
public record ReviewDecision(
    DecisionId decision,
    ReviewResult result,
    @Nullable Instant nextReviewAt,
    @Nullable String reason,
    @Nullable String legalBasis,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<ReviewDecision> {

    private final Competence competence;

    Handler(Competence competence) {
      this.competence = competence;
    }

    @Override
    public Class<ReviewDecision> command() {
      return ReviewDecision.class;
    }

    @Override
    public Decided decide(ReviewDecision command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      Earlier earlier = Earlier.subject(command.decision(), entities);
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText reason = Texts.required("reason", command.reason(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      reasons.addAll(
          DecisionRules.review(
              earlier.life(), command.result(), command.nextReviewAt(), entities.now()));
      List<Fact> facts = new ArrayList<>();
      if (command.result() == ReviewResult.REPEALED) {
        CompetenceProof proof = earlier.competent(by, competence, reasons, "ReviewDecision", "");
        reasons.refuseIfAny();
        facts.add(repealed(command, earlier, by, Earlier.found(proof), reason));
      } else {
        Parts.need(earlier.row(), by, entities, reasons);
        reasons.refuseIfAny();
      }
      facts.add(
          new DecisionReviewed(
              command.decision(), by, command.result(), command.nextReviewAt(), reason));
      return Decided.facts(facts.toArray(Fact[]::new))
          .before(DecisionEntities.in(entities).firstEnd(earlier.life()))
          .onBehalfOf(earlier.principal());
    }

    private static DecisionRepealed repealed(
        ReviewDecision command,
        Earlier earlier,
        PersonId by,
        CompetenceProof proof,
        @Nullable FreeText reason) {
      return new DecisionRepealed(
          earlier.id(),
          earlier.row().initiative(),
          by,
          proof,
          Earlier.mandates(proof),
          RepealDecision.legalBasis(command.legalBasis()),
          reason);
    }
  }
}
