package nl.korf.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A process that appends as fast as it can and says on its standard output what was acknowledged,
 * one line each: {@code ACK <append id> <first position> <last position>}. It is there to be
 * killed.
 */
public final class FactWriter {

  /** Appends in flight. */
  static final int WRITERS = 32;

  private static final int FACTS_MAX = 4;

  private final PgEventStorageEngine engine;
  private final boolean early;

  private FactWriter(PgEventStorageEngine engine, boolean early) {
    this.engine = engine;
    this.early = early;
  }

  /**
   * Arguments: JDBC address, user, {@code honest} or {@code early}. An early writer says ACK before
   * the append is durable: what the oracle must catch.
   */
  public static void main(String[] arguments) throws InterruptedException {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(arguments[0]);
    pool.setUsername(arguments[1]);
    pool.setConnectionInitSql(EventStoreSchema.ENTER_APP_ROLE);
    pool.setMaximumPoolSize(5);
    pool.setConnectionTimeout(2_000);
    pool.setInitializationFailTimeout(-1);
    try (HikariDataSource dataSource = new HikariDataSource(pool);
        PgEventStorageEngine engine =
            new PgEventStorageEngine(
                dataSource, new Raw(), EventEvolution.none(), EventStoreConfig.of("kill"))) {
      FactWriter writer = new FactWriter(engine, arguments[2].equals("early"));
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        threads.add(Thread.startVirtualThread(writer::writeForEver));
      }
      threads.getFirst().join();
    }
  }

  private void writeForEver() {
    SplittableRandom random = new SplittableRandom();
    while (true) {
      UUID id = UUID.randomUUID();
      CompletableFuture<AppendReceipt> answer =
          engine
              .prepare(
                  AppendCondition.none(),
                  AppendOptions.NONE.withCommand(id, new byte[] {1}),
                  events(id, random.nextInt(1, FACTS_MAX + 1)))
              .commit(null);
      if (early) {
        acknowledge(id, 0, 0);
      }
      try {
        AppendReceipt receipt = answer.join();
        acknowledge(id, receipt.firstPosition(), receipt.lastPosition());
      } catch (RuntimeException refused) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  private static synchronized void acknowledge(UUID id, long first, long last) {
    System.out.println("ACK " + id + " " + first + " " + last);
    System.out.flush();
  }

  private static List<TaggedEventMessage<?>> events(UUID id, int count) {
    List<TaggedEventMessage<?>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          new GenericTaggedEventMessage<>(
              new GenericEventMessage(
                  UUID.randomUUID().toString(),
                  new MessageType("written", "1"),
                  "{\"i\":" + i + "}",
                  Map.of(),
                  Instant.now()),
              Set.of(Tag.of("append", id.toString()), Tag.of("size", String.valueOf(count)))));
    }
    return events;
  }

  /** Payloads are texts already. */
  private static final class Raw implements FactCodec {
    @Override
    public EncodedFact encode(EventMessage event) {
      return new EncodedFact(
          String.valueOf(event.payload()).getBytes(StandardCharsets.UTF_8), null);
    }

    @Override
    public Object decode(String type, String version, byte[] payload, byte @Nullable [] personal) {
      return payload;
    }
  }

  /** How long a killed writer's successor may take to its first acknowledgement. */
  static final Duration FIRST_ACK_WITHIN = Duration.ofSeconds(60);
}
