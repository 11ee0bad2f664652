package nl.korf.service.audit;

import java.util.List;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with the history itself. */
@Component
public final class AuditFeature implements Feature {

  private final FactLog log;

  /** Reads facts over these connections. */
  public AuditFeature(DataSource dataSource) {
    this.log = new FactLog(dataSource);
  }

  @Override
  public List<Verb<?>> verbs() {
    return List.of(new ErasePersonalData.Handler(log));
  }
}
