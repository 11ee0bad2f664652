package nl.korf.service.timers;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.model.RoundId;
import nl.korf.projections.Projections;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.kernel.Commands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The timers of this node, where it takes commands; they rest on commands, so the ledger is founded
 * when they start.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(WhereCommandsAreTaken.class)
class TimersConfiguration {

  @Bean(initMethod = "start", destroyMethod = "close")
  RoundTimers roundTimers(
      DataSource dataSource,
      PgEventStorageEngine engine,
      Projections projections,
      RoundsView rounds,
      Commands commands,
      Clock clock) {
    return new RoundTimers(
        dataSource,
        engine.factLog(),
        engine.headSignal(),
        projected(projections, rounds),
        commands,
        clock,
        RoundTimers.Pace.ORDINARY);
  }

  private static OpenRounds projected(Projections projections, RoundsView rounds) {
    return new OpenRounds() {
      @Override
      public long position() {
        return projections.position();
      }

      @Override
      public Map<RoundId, Instant> asOf(long position) {
        return rounds.open(position);
      }
    };
  }
}
