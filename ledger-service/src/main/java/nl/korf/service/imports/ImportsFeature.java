package nl.korf.service.imports;

import java.util.List;
import nl.korf.model.invariants.RuleSet;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with history from elsewhere. */
@Component
public final class ImportsFeature implements Feature {

  private final RuleSet law;

  public ImportsFeature(RuleSet law) {
    this.law = law;
  }

  @Override
  public List<Verb<?>> verbs() {
    return List.of(new RecordImportedFact.Handler(law));
  }
}
