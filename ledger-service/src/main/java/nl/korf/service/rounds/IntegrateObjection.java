package nl.korf.service.rounds;

import nl.korf.model.ObjectionId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.ObjectionIntegrated;
import nl.korf.service.entities.SourcedObjection;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The text was revised so that the objector no longer objects; said by the objector or the
 * facilitator.
 *
 * @param by who says so; null: who asks
 */
public record IntegrateObjection(RoundId round, ObjectionId objection, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<IntegrateObjection> {

    @Override
    public Class<IntegrateObjection> command() {
      return IntegrateObjection.class;
    }

    @Override
    public Decided decide(IntegrateObjection command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      answer.before(round.deadline());
      SourcedObjection objection = answer.objection(command.objection());
      if (!answer.person().equals(objection.raised().person())) {
        answer.facilitates();
      }
      answer.unsettled(objection);
      answer
          .reasons()
          .when(
              round.textVersion() <= objection.raised().textVersion(),
              Refusal.TEXT_NOT_REVISED,
              "round",
              round.id(),
              "objection",
              command.objection(),
              "version",
              round.textVersion());
      answer.reasons().refuseIfAny();
      return answer.decided(
          round.deadline(),
          new ObjectionIntegrated(
              command.objection(), round.id(), round.textVersion(), answer.person()));
    }
  }
}
