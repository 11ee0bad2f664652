package nl.korf.service.programmes;

import java.util.List;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with programmes. */
@Component
public final class ProgrammesFeature implements Feature {

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new EstablishProgramme.Handler(),
        new IncludeInitiative.Handler(),
        new ExcludeInitiative.Handler(),
        new CloseProgramme.Handler());
  }
}
