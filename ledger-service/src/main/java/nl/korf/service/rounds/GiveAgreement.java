package nl.korf.service.rounds;

import nl.korf.model.FreeText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.AgreementGiven;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A party that must agree says whether it does; the last answer before the deadline counts.
 *
 * @param party which; null: the person who answers
 * @param by who answers; null: who asks. A registrar records the answer of another
 */
public record GiveAgreement(
    RoundId round,
    @Nullable Party party,
    boolean agrees,
    @Nullable String reason,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<GiveAgreement> {

    @Override
    public Class<GiveAgreement> command() {
      return GiveAgreement.class;
    }

    @Override
    public Decided decide(GiveAgreement command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      answer.before(round.deadline());
      Party party = answer.forParty(command.party());
      answer
          .reasons()
          .when(
              !round.spec().mustAgree().contains(party),
              Refusal.NOT_ASKED_TO_AGREE,
              "party",
              party,
              "round",
              round.id());
      @Nullable FreeText reason = Texts.of("reason", command.reason(), answer.reasons());
      answer.reasons().refuseIfAny();
      return answer
          .decided(
              round.deadline(),
              new AgreementGiven(round.id(), party, answer.person(), command.agrees(), reason))
          .onBehalfOf(party);
    }
  }
}
