package nl.korf.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.korf.model.facts.FactJson;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;

/**
 * The engine's stream of facts as records against a plain scan of the same rows, which reads the
 * same columns and parses the same payloads with the same library.
 */
final class StreamFigures {

  private final Server server;
  private final Bench options;

  StreamFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  /** What came out; the same of both, or they were not the same work. */
  private record Seen(long facts, long check) {
    Seen and(Object fact) {
      return new Seen(facts + 1, 31 * check + fact.getClass().getSimpleName().hashCode());
    }
  }

  private interface Pass {
    Seen run() throws Exception;
  }

  List<Figure> measure() throws Exception {
    SampleLedger ledger = SampleLedger.filled(server, options.facts());
    try (Store store = Store.ofFacts(ledger.database())) {
      Pass stream = () -> stream(store, ledger.facts());
      Pass scan = () -> scan(ledger);
      Seen expected = scan.run();
      timed(stream, expected);
      List<double[]> rounds = new ArrayList<>();
      for (int round = 0; round < options.rounds(); round++) {
        rounds.add(new double[] {timed(stream, expected), timed(scan, expected)});
      }
      return List.of(
          Figure.atLeast(
              "stream of records / raw binary JDBC scan and the same parse, %,d facts"
                  .formatted(ledger.facts()),
              0.9,
              AppendFigures.ratios(rounds, 0, 1),
              AppendFigures.absolute(rounds, 0, 1)));
    }
  }

  /** Facts a second. */
  private static double timed(Pass pass, Seen expected) throws Exception {
    long begun = System.nanoTime();
    Seen seen = pass.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (!seen.equals(expected)) {
      throw new IllegalStateException("not the same facts: %s, %s".formatted(seen, expected));
    }
    return seen.facts() / seconds;
  }

  private static Seen stream(Store store, long facts) throws Exception {
    StreamingCondition fromTheStart =
        StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(0));
    MessageStream<EventMessage> stream = store.engine().stream(fromTheStart, null);
    Seen seen = new Seen(0, 0);
    while (seen.facts() < facts) {
      Optional<? extends MessageStream.Entry<EventMessage>> entry = stream.next();
      if (entry.isEmpty()) {
        throw new IllegalStateException("ended early: " + stream.error());
      }
      seen = seen.and(Objects.requireNonNull(entry.get().message().payload()));
    }
    stream.close();
    return seen;
  }

  private static Seen scan(SampleLedger ledger) throws SQLException {
    Seen[] seen = {new Seen(0, 0)};
    RawScan.of(ledger.database(), ledger.facts(), row -> seen[0] = seen[0].and(read(row)));
    return seen[0];
  }

  /** Every column as the type a fact has it in, and the payload as a record. */
  private static Object read(ResultSet row) throws SQLException {
    row.getLong(1);
    row.getObject(2, UUID.class);
    String type = row.getString(3);
    String version = row.getString(4);
    row.getObject(5, OffsetDateTime.class);
    row.getArray(6).getArray();
    byte[] payload = row.getBytes(7);
    row.getBytes(8);
    row.getBytes(9);
    row.getBytes(10);
    return FactJson.decode(type, version, payload, null);
  }
}
