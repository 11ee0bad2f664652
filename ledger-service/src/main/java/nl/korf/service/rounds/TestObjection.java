package nl.korf.service.rounds;

import nl.korf.model.FreeText;
import nl.korf.model.ObjectionId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RoundEvent.ObjectionDismissed;
import nl.korf.model.facts.RoundEvent.ObjectionSustained;
import nl.korf.service.entities.SourcedObjection;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The facilitator finds that an objection has its arguments, or that it lacks one; never how much
 * they weigh.
 *
 * @param sustained whether the arguments are there
 * @param reason which one is not, where it is dismissed
 * @param by the facilitator; null: who asks
 */
public record TestObjection(
    RoundId round,
    ObjectionId objection,
    boolean sustained,
    @Nullable String reason,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<TestObjection> {

    @Override
    public Class<TestObjection> command() {
      return TestObjection.class;
    }

    @Override
    public Decided decide(TestObjection command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      answer.before(round.deadline());
      SourcedObjection objection = answer.objection(command.objection());
      answer.facilitates();
      answer.unsettled(objection);
      @Nullable Long before = objection.sustainedAt();
      if (before != null && command.sustained()) {
        answer
            .reasons()
            .add(
                Refusal.OBJECTION_ALREADY_SUSTAINED,
                "objection",
                command.objection(),
                "position",
                before);
      }
      @Nullable FreeText reason =
          command.sustained() ? null : Texts.required("reason", command.reason(), answer.reasons());
      answer.reasons().refuseIfAny();
      Fact found =
          command.sustained()
              ? new ObjectionSustained(command.objection(), round.id(), answer.person())
              : new ObjectionDismissed(command.objection(), round.id(), answer.person(), reason);
      return answer.decided(round.deadline(), found);
    }
  }
}
