package nl.korf.service.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import nl.korf.eventstore.LedgerIdentity;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.service.founding.Ledger;
import nl.korf.service.host.CannotStart;
import nl.korf.service.host.NodeRoles;
import nl.korf.service.host.NodeRoles.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of this package to work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

  /** How soon a new checkpoint is in the folder. */
  private static final Duration COPY_EVERY = Duration.ofMillis(500);

  private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

  @Bean
  Origin origin(AuditSettings settings, LedgerIdentity identity) {
    return Origin.of(settings, identity.id());
  }

  @Bean
  KeyChoice keyChoice(DataSource dataSource, AuditSettings settings, Origin origin) {
    return new KeyChoice(JdbcClient.create(dataSource), settings, origin);
  }

  /** Where this process keeps the last checkpoint; told apart by ledger. */
  @Bean
  ForkGuard forkGuard(AuditSettings settings, LedgerIdentity identity) {
    Path folder = settings.guardFolder() == null ? StateFolder.path() : settings.guardFolder();
    return new ForkGuard(folder.toAbsolutePath().resolve(identity.id().toString()));
  }

  /** Deletes what a crash kept from being deleted, where commands are taken. */
  @Bean(initMethod = "start", destroyMethod = "close")
  Repeating erasures(Eraser eraser, NodeRoles roles) {
    return new Repeating(
        "audit-erasures",
        () -> {
          if (roles.has(Role.COMMANDS)) {
            eraser.sweep();
          }
          return SWEEP_EVERY;
        });
  }

  /** What only the process does that signs. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(WhereHistoryIsSigned.class)
  static class Signing {

    @Bean
    SigningKey signingKey(KeyChoice choice, AuditSettings settings, ForkGuard guard, Clock clock) {
      Path folder = Objects.requireNonNull(settings.folder()).toAbsolutePath().normalize();
      if (guard.folder().normalize().startsWith(folder)) {
        throw new CannotStart(
            "The fork guard would lie in %s, and be put back with it: set korf.audit.guard-folder to a folder of its own."
                .formatted(folder));
      }
      return choice.open(clock.instant());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Integrator integrator(
        DataSource dataSource,
        PgEventStorageEngine engine,
        Ledger ledger,
        SigningKey key,
        ForkGuard guard,
        AuditSettings settings,
        Clock clock) {
      Signer signer = new Signer(key, guard, settings.interval(), clock);
      return new Integrator(dataSource, engine.headSignal(), ledger.urn(), signer);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Repeating tileFolder(DataSource dataSource, AuditSettings settings, Integrator integrator) {
      JdbcClient database = JdbcClient.create(dataSource);
      TileFolder folder = new TileFolder(Objects.requireNonNull(settings.folder()), database);
      Checkpoints checkpoints = new Checkpoints(database);
      return new Repeating(
          "audit-folder",
          () -> {
            var latest = checkpoints.latest();
            if (latest.isPresent()) {
              folder.copy(latest.get());
            }
            return COPY_EVERY;
          });
    }

    /** One thread for each witness, so that a slow one keeps no other waiting. */
    @Bean(initMethod = "start", destroyMethod = "close")
    WitnessClients witnessClients(
        DataSource dataSource, AuditSettings settings, Integrator integrator, Clock clock) {
      JdbcClient database = JdbcClient.create(dataSource);
      return new WitnessClients(
          WitnessKey.of(settings).stream()
              .map(witness ->
                  new Repeating(
                      "audit-witness " + witness.name(),
                      new WitnessClient(witness, settings, integrator::leading, database, clock)))
              .toList());
    }
  }
}
