package nl.korf.service.rounds;

import nl.korf.model.FreeText;
import nl.korf.model.LegalReference;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.InterestDeclared;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * An elector may not or will not take part (Awb 2:4) and leaves the electorate, for good.
 *
 * @param by whose interest it is; null: of who asks. A registrar records that of another
 */
public record DeclareInterest(
    RoundId round,
    @Nullable LegalReference legalBasis,
    @Nullable String reason,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<DeclareInterest> {

    @Override
    public Class<DeclareInterest> command() {
      return DeclareInterest.class;
    }

    @Override
    public Decided decide(DeclareInterest command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      answer.before(round.deadline());
      answer.notAnswered();
      answer.ofElectorOrTieBreaker();
      @Nullable FreeText reason = Texts.of("reason", command.reason(), answer.reasons());
      answer.reasons().refuseIfAny();
      return answer.decided(
          round.deadline(),
          new InterestDeclared(round.id(), answer.person(), command.legalBasis(), reason));
    }
  }
}
