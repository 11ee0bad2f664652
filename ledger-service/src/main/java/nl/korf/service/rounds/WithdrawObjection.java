package nl.korf.service.rounds;

import nl.korf.model.FreeText;
import nl.korf.model.ObjectionId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.ObjectionWithdrawn;
import nl.korf.service.entities.SourcedObjection;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The objector takes the objection back.
 *
 * @param by the objector; null: who asks
 */
public record WithdrawObjection(
    RoundId round, ObjectionId objection, @Nullable String reason, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<WithdrawObjection> {

    @Override
    public Class<WithdrawObjection> command() {
      return WithdrawObjection.class;
    }

    @Override
    public Decided decide(WithdrawObjection command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      answer.before(round.deadline());
      SourcedObjection objection = answer.objection(command.objection());
      PersonId objector = objection.raised().person();
      answer
          .reasons()
          .when(
              !answer.person().equals(objector),
              Refusal.NOT_THE_OBJECTOR,
              "objection",
              command.objection(),
              "objector",
              objector,
              "person",
              answer.person());
      answer.unsettled(objection);
      @Nullable FreeText reason = Texts.of("reason", command.reason(), answer.reasons());
      answer.reasons().refuseIfAny();
      return answer.decided(
          round.deadline(),
          new ObjectionWithdrawn(command.objection(), round.id(), answer.person(), reason));
    }
  }
}
