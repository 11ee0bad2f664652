package nl.korf.service.founding;

import java.util.List;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What is done once with a ledger. */
@Component
public final class FoundingFeature implements Feature {

  @Override
  public List<Verb<?>> verbs() {
    return List.of(new FoundLedger.Handler());
  }
}
