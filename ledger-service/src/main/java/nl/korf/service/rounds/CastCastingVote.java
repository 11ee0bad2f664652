package nl.korf.service.rounds;

import java.time.Instant;
import nl.korf.model.FreeText;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.CastingVoteCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The person named at opening says how a tie is to be broken; counts only where there is one.
 *
 * @param by who answers; null: who asks. A registrar records the vote of another
 */
public record CastCastingVote(
    RoundId round, Choice choice, @Nullable String reason, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<CastCastingVote> {

    @Override
    public Class<CastCastingVote> command() {
      return CastCastingVote.class;
    }

    @Override
    public Decided decide(CastCastingVote command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      Instant until = Answer.after(round.deadline(), round.spec().castingVoteWindow());
      answer.before(until);
      if (!answer.now().isBefore(round.deadline()) && answer.now().isBefore(until)) {
        answer.notClosable();
      }
      answer
          .reasons()
          .when(
              !answer.person().equals(round.opened().castingVote()),
              Refusal.NO_CASTING_VOTE,
              "person",
              answer.person(),
              "round",
              round.id());
      answer.notRecused();
      @Nullable FreeText reason = Texts.of("reason", command.reason(), answer.reasons());
      answer.reasons().refuseIfAny();
      return answer.decided(
          until, new CastingVoteCast(round.id(), answer.person(), command.choice(), reason));
    }
  }
}
