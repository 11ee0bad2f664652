package nl.korf.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import nl.korf.eventstore.testing.TestPostgres;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;

/** Axon's own suite for storage engines, run and counted by {@link AxonConformanceTest}. */
@NullUnmarked
class AxonConformance extends StorageEngineTestSuite<PgEventStorageEngine> {

  static final FactCodec CODEC =
      new ConverterCodec(new DelegatingEventConverter(new JacksonConverter()));

  private HikariDataSource pool;

  @Override
  protected PgEventStorageEngine buildStorageEngine() {
    pool = TestPostgres.ledger().pool(20);
    return engine(pool);
  }

  PgEventStorageEngine engine(HikariDataSource dataSource) {
    return new PgEventStorageEngine(
        dataSource, CODEC, EventEvolution.none(), EventStoreConfig.of("conformance"));
  }

  @Override
  protected ProcessingContext processingContext() {
    return null;
  }

  @AfterAll
  void letGo() {
    testSubject.close();
    pool.close();
  }

  /** The control: the suite must notice an engine that does not look at conditions. */
  static class Careless extends AxonConformance {
    @Override
    PgEventStorageEngine engine(HikariDataSource dataSource) {
      return PgEventStorageEngine.withoutConditions(
          dataSource, CODEC, EventStoreConfig.of("conformance"));
    }
  }
}
