package nl.korf.service.decisions;

import java.util.List;
import nl.korf.service.authority.Competence;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with decisions. */
@Component
public final class DecisionsFeature implements Feature {

  private final Competence competence;

  public DecisionsFeature(Competence competence) {
    this.competence = competence;
  }

  @Override
  public List<Verb<?>> verbs() {
    return List.of(new TakeDecision.Handler(competence), new SignDecision.Handler(competence));
  }
}
