package nl.korf.service.mandates;

import java.util.List;
import nl.korf.model.invariants.RuleSet;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with mandates. */
@Component
public final class MandatesFeature implements Feature {

  private final RuleSet law;

  public MandatesFeature(RuleSet law) {
    this.law = law;
  }

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new GrantMandate.Handler(law),
        new SubMandate.Handler(law),
        new AcceptMandate.Handler(),
        new DeclineMandate.Handler(),
        new PublishMandate.Handler(),
        new NarrowMandate.Handler(),
        new SuspendMandate.Handler(),
        new LiftSuspension.Handler(),
        new RevokeMandate.Handler(law));
  }
}
