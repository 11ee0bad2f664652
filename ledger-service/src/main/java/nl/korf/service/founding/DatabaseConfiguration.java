package nl.korf.service.founding;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import nl.korf.eventstore.EventStoreSchema;
import nl.korf.eventstore.LedgerIdentity;
import nl.korf.service.founding.FoundingSettings.Database;
import nl.korf.service.host.CannotStart;
import nl.korf.service.host.Durability;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two ways into the database: as its owner, for the schema, and in the application's role. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FoundingSettings.class)
class DatabaseConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  OwnerDatabase ownerDatabase(FoundingSettings settings) {
    Database database = settings.database();
    if (database.url() == null) {
      throw new CannotStart("No database: set korf.database.url.");
    }
    PGSimpleDataSource source = source(database, database.url());
    if (database.durable()) {
      // what follows the question mark may hold a password
      Durability.require(source, database.url().replaceFirst("[?].*", ""));
    }
    return new OwnerDatabase(source);
  }

  @Bean
  LedgerIdentity ledgerIdentity(OwnerDatabase owner, FoundingSettings settings, Clock clock) {
    return owner.prepare(settings.example(), clock.instant());
  }

  /** Waits for the schema, which gives it its role. */
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      OwnerDatabase owner, LedgerIdentity prepared, FoundingSettings settings) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(owner.source());
    pool.setConnectionInitSql(EventStoreSchema.ENTER_APP_ROLE);
    pool.setMaximumPoolSize(settings.database().poolMax());
    pool.setMinimumIdle(4);
    pool.setConnectionTimeout(settings.database().connectionTimeout().toMillis());
    pool.setPoolName("ledger-" + prepared.id());
    return new HikariDataSource(pool);
  }

  private static PGSimpleDataSource source(Database database, String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setApplicationName("korf");
    source.setTcpKeepAlive(true);
    if (database.user() != null) {
      source.setUser(database.user());
    }
    if (database.password() != null) {
      source.setPassword(database.password());
    }
    return source;
  }
}
