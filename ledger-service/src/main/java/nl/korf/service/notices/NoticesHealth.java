package nl.korf.service.notices;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while the telling holds at a fact nothing can be told of. */
@Component("noticesHealthIndicator")
class NoticesHealth implements HealthIndicator {

  private final Notices notices;

  NoticesHealth(Notices notices) {
    this.notices = notices;
  }

  @Override
  public Health health() {
    Health.Builder health =
        notices
            .stopped()
            .map(why -> Health.outOfService().withDetail("stopped", why))
            .orElseGet(Health::up);
    return health.withDetail("told", notices.told()).build();
  }
}
