package nl.korf.service.powers;

import java.util.List;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with powers. */
@Component
public final class PowersFeature implements Feature {

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new RegisterPower.Handler(), new AttributePower.Handler(), new EndAttribution.Handler());
  }
}
