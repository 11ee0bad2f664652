package nl.korf.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
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
 * A process that appends as fast as it can and says on its standard output what it tries and what
 * it was told, one line each: {@code TRY <append id>}, {@code ACK <append id> <first position>
 * <last position>}, {@code NO <append id> <reason>}. On its standard input it takes {@code pause},
 * answered with {@code REST} when nothing is under way any more, and {@code go}. It is there to be
 * killed, and ends when its input does.
 */
public final class FactWriter {

  /** Appends in flight. */
  static final int WRITERS = 32;

  private static final int FACTS_MAX = 4;

  private final PgEventStorageEngine engine;
  private final boolean early;
  private final Phaser atWork = new Phaser(1);
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private FactWriter(PgEventStorageEngine engine, boolean early) {
    this.engine = engine;
    this.early = early;
  }

  /**
   * Arguments: JDBC address, user, {@code honest} or {@code early}. An early writer says ACK before
   * the append is durable: what the oracle must catch.
   */
  public static void main(String[] arguments) throws IOException {
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
      for (int i = 0; i < WRITERS; i++) {
        Thread.startVirtualThread(writer::writeForEver);
      }
      writer.obey();
    }
    System.exit(0);
  }

  private void obey() throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String word = in.readLine(); word != null; word = in.readLine()) {
      if (word.equals("pause")) {
        gate = new CountDownLatch(1);
        atWork.arriveAndAwaitAdvance();
        say("REST");
      } else {
        gate.countDown();
      }
    }
  }

  private void writeForEver() {
    SplittableRandom random = new SplittableRandom();
    while (true) {
      atWork.register();
      // looked at after registering: whoever closes the gate waits for those who did not see it
      if (gate.getCount() == 0) {
        write(random);
      }
      atWork.arriveAndDeregister();
      awaitGate();
    }
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException nobodyDoesThat) {
      throw new IllegalStateException(nobodyDoesThat);
    }
  }

  private void write(SplittableRandom random) {
    UUID id = UUID.randomUUID();
    say("TRY " + id);
    CompletableFuture<AppendReceipt> answer =
        engine
            .prepare(
                AppendCondition.none(),
                AppendOptions.NONE.withCommand(id, new byte[] {1}),
                events(id, random.nextInt(1, FACTS_MAX + 1)))
            .commit(null);
    if (early) {
      say("ACK " + id + " 0 0");
    }
    try {
      AppendReceipt receipt = answer.join();
      say("ACK " + id + " " + receipt.firstPosition() + " " + receipt.lastPosition());
    } catch (CompletionException refused) {
      say("NO " + id + " " + Objects.requireNonNull(refused.getCause()).getClass().getSimpleName());
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
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
      return new EncodedFact(String.valueOf(event.payload()).getBytes(UTF_8), null);
    }

    @Override
    public Object decode(String type, String version, byte[] payload, byte @Nullable [] personal) {
      return payload;
    }
  }
}
