package nl.korf.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import nl.korf.eventstore.testing.TestPostgres;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;

/** Axon's own suite for storage engines. {@link AxonConformanceCountTest} counts its tests. */
@NullUnmarked
class AxonConformanceTest extends StorageEngineTestSuite<PgEventStorageEngine> {

  private HikariDataSource pool;

  @Override
  protected PgEventStorageEngine buildStorageEngine() {
    pool = TestPostgres.ledger().pool(20);
    return new PgEventStorageEngine(
        pool,
        new ConverterCodec(new DelegatingEventConverter(new JacksonConverter())),
        EventEvolution.none(),
        EventStoreConfig.of("conformance"));
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
}
