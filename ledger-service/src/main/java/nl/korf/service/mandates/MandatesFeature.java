package nl.korf.service.mandates;

import java.util.List;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with mandates. */
@Component
public final class MandatesFeature implements Feature {

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new GrantMandate.Handler(),
        new SubMandate.Handler(),
        new NarrowMandate.Handler(),
        new SuspendMandate.Handler(),
        new LiftSuspension.Handler(),
        new RevokeMandate.Handler());
  }
}
