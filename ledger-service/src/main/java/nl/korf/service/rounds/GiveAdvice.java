package nl.korf.service.rounds;

import java.time.Instant;
import nl.korf.model.FreeText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.Stance;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * An adviser answers, in time (Awb 3:5, 3:6): before the adviser's deadline, and before whoever
 * decides alone did, once every adviser had been heard.
 *
 * @param adviser whose advice it is; null: of the person who answers
 * @param by who answers; null: who asks. A registrar records the advice of another
 */
public record GiveAdvice(
    RoundId round,
    @Nullable Party adviser,
    Stance stance,
    @Nullable String text,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<GiveAdvice> {

    @Override
    public Class<GiveAdvice> command() {
      return GiveAdvice.class;
    }

    @Override
    public Decided decide(GiveAdvice command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      @Nullable Instant asked = round.opened().adviceDeadline();
      Instant until = asked == null ? round.deadline() : asked;
      answer.before(until);
      answer.notAnswered();
      Party adviser = answer.forParty(command.adviser());
      answer
          .reasons()
          .when(
              !round.spec().advisers().contains(adviser),
              Refusal.NOT_AN_ADVISER,
              "party",
              adviser,
              "round",
              round.id());
      @Nullable FreeText text = Texts.of("text", command.text(), answer.reasons());
      answer.reasons().refuseIfAny();
      return answer
          .decided(
              until, new AdviceGiven(round.id(), adviser, answer.person(), command.stance(), text))
          .onBehalfOf(adviser);
    }
  }
}
