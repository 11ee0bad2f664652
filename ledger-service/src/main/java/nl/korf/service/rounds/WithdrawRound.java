package nl.korf.service.rounds;

import java.time.Instant;
import nl.korf.model.FreeText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The group takes its question back: whoever leads it, or facilitates the round, says so. Only
 * while the outcome is open: once the round could be closed there is one, recorded or not.
 *
 * @param by who says so; null: who asks
 */
public record WithdrawRound(RoundId round, @Nullable String reason, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<WithdrawRound> {

    @Override
    public Class<WithdrawRound> command() {
      return WithdrawRound.class;
    }

    @Override
    public Decided decide(WithdrawRound command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      if (!answer.person().equals(round.opened().facilitator())) {
        answer.reasons().lead(answer.entities(), round.opened().group());
      }
      @Nullable FreeText reason = Texts.required("reason", command.reason(), answer.reasons());
      Instant closable = answer.notClosable();
      answer.reasons().refuseIfAny();
      return Decided.facts(new RoundWithdrawn(round.id(), answer.person(), reason))
          .before(closable)
          .onBehalfOf(Party.of(round.opened().group()));
    }
  }
}
