package nl.korf.service.bodies;

import java.util.List;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with bodies. */
@Component
public final class BodiesFeature implements Feature {

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new RegisterBody.Handler(), new RenameBody.Handler(), new DissolveBody.Handler());
  }
}
