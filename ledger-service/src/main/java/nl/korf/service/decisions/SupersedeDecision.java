package nl.korf.service.decisions;

import java.time.Instant;
import nl.korf.model.DecisionId;
import nl.korf.model.PersonId;
import nl.korf.model.decisions.DecisionRules;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.service.authority.Competence;
import nl.korf.service.entities.DecisionEntities;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was taken already takes the place of an earlier one, whole, from when it works
 * itself. By whoever is competent for the power of the earlier one now.
 *
 * @param decision the earlier one
 * @param successor the one that takes its place
 * @param revives whether the earlier one works again should the successor be repealed; null: no
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record SupersedeDecision(
    DecisionId decision, DecisionId successor, @Nullable Boolean revives, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<SupersedeDecision> {

    private final Competence competence;

    Handler(Competence competence) {
      this.competence = competence;
    }

    @Override
    public Class<SupersedeDecision> command() {
      return SupersedeDecision.class;
    }

    @Override
    public Decided decide(SupersedeDecision command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      Earlier old = Earlier.subject(command.decision(), entities);
      Earlier successor = Earlier.subject(command.successor(), entities);
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      Instant start = successor.row().effectiveFrom();
      @Nullable Instant from = start.isAfter(entities.now()) ? start : null;
      Replacing replacing =
          new Replacing(
              command.successor(), from == null ? entities.now() : from, by, competence, entities);
      if (!old.id().equals(successor.id())) {
        reasons.addAll(DecisionRules.repeal(successor.life(), replacing.from()));
      }
      DecisionSuperseded fact =
          replacing.place(
              old,
              from,
              Boolean.TRUE.equals(command.revives()),
              DecisionEntities.in(entities).later(command.successor()),
              "SupersedeDecision",
              "",
              reasons);
      reasons.refuseIfAny();
      return Decided.facts(Replacing.found(fact))
          .before(DecisionEntities.in(entities).firstEnd(old.life(), successor.life()))
          .onBehalfOf(old.principal());
    }
  }
}
