package nl.korf.service.rounds;

import java.util.List;
import nl.korf.service.authority.Competence;
import nl.korf.service.entities.DecisionSettings;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with rules and in rounds. */
@Component
public final class RoundsFeature implements Feature {

  private final Competence competence;
  private final DecisionSettings settings;

  public RoundsFeature(Competence competence, DecisionSettings settings) {
    this.competence = competence;
    this.settings = settings;
  }

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new DefineRule.Handler(),
        new RetireRule.Handler(),
        new OpenRound.Handler(),
        new CastBallot.Handler(),
        new GiveAdvice.Handler(),
        new GiveAgreement.Handler(),
        new CastVeto.Handler(),
        new CastCastingVote.Handler(),
        new RaiseObjection.Handler(),
        new TestObjection.Handler(),
        new IntegrateObjection.Handler(),
        new WithdrawObjection.Handler(),
        new DeclareInterest.Handler(),
        new WithdrawRound.Handler(),
        new CloseRound.Handler(competence, settings));
  }
}
