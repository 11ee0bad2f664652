package nl.korf.service.audit;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Down while nothing is signed because of a difference or of the fork guard. Not part of readiness:
 * the ledger goes on to take commands, which are proved when the cause is gone.
 */
@Component("audit")
class AuditHealth implements HealthIndicator {

  private final JdbcClient database;

  AuditHealth(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  @Override
  public Health health() {
    Progress progress = Progress.read(database);
    Difference difference = progress.difference();
    String refusal = progress.refusal();
    Health.Builder health = difference == null && refusal == null ? Health.up() : Health.down();
    if (difference != null) {
      health.withDetail("difference", difference.toString());
    }
    if (refusal != null) {
      health.withDetail("forkGuard", refusal);
    }
    return health.withDetail("size", progress.size()).build();
  }
}
