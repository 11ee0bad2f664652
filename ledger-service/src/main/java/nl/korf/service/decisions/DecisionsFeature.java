package nl.korf.service.decisions;

import java.util.List;
import nl.korf.service.authority.Competence;
import nl.korf.service.entities.DecisionSettings;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What can be done with decisions. */
@Component
public final class DecisionsFeature implements Feature {

  private final Competence competence;
  private final DecisionSettings settings;

  @Autowired
  public DecisionsFeature(Competence competence, DecisionSettings settings) {
    this.competence = competence;
    this.settings = settings;
  }

  /** With the usual settings. */
  public DecisionsFeature(Competence competence) {
    this(competence, DecisionSettings.DEFAULT);
  }

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new TakeDecision.Handler(competence, settings),
        new SupersedeDecision.Handler(competence),
        new RepealDecision.Handler(competence),
        new ReviewDecision.Handler(competence),
        new RatifyDecision.Handler(competence),
        new RecordDissent.Handler(),
        new SignDecision.Handler(competence));
  }
}
