package nl.korf.service.rounds;

import java.time.Instant;
import nl.korf.model.FreeText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.VetoCast;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A party with a veto stops what is decided, with a reason, within the window the rule gives.
 *
 * @param party which; null: the person who answers
 * @param by who answers; null: who asks. A registrar records the veto of another
 */
public record CastVeto(
    RoundId round, @Nullable Party party, @Nullable String reason, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<CastVeto> {

    @Override
    public Class<CastVeto> command() {
      return CastVeto.class;
    }

    @Override
    public Decided decide(CastVeto command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      Instant until = Answer.after(round.deadline(), round.spec().vetoWindow());
      answer.before(until);
      Party party = answer.forParty(command.party());
      answer
          .reasons()
          .when(
              !round.spec().vetoers().contains(party),
              Refusal.NO_VETO,
              "party",
              party,
              "round",
              round.id());
      @Nullable FreeText reason = Texts.required("reason", command.reason(), answer.reasons());
      answer.reasons().refuseIfAny();
      return answer
          .decided(until, new VetoCast(round.id(), party, answer.person(), reason))
          .onBehalfOf(party);
    }
  }
}
