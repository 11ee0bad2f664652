package nl.korf.service.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.ModelJson;
import tools.jackson.databind.node.ObjectNode;

/** Writes facts to one reader, as they are and as they come, at the pace of the reader. */
final class FactStream {

  private static final int PIECE = 500;

  /** A reader hears at least this often that the connection lives. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);

  /** How long the end of the application may go unnoticed. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final FactLog log;
  private final HeadSignal head;
  private final Function<StoredFact, ObjectNode> events;
  private final BooleanSupplier open;

  FactStream(
      FactLog log, HeadSignal head, Function<StoredFact, ObjectNode> events, BooleanSupplier open) {
    this.log = log;
    this.head = head;
    this.events = events;
    this.open = open;
  }

  /** Until the application stops, the reader may not read any more, or is gone. */
  void write(long after, OutputStream out, BooleanSupplier mayRead)
      throws IOException, InterruptedException {
    long told = after;
    long heardAt = System.nanoTime();
    out.write(COMMENT);
    out.flush();
    while (open.getAsBoolean()) {
      if (head.awaitBeyond(told, LOOK_EVERY)) {
        List<StoredFact> facts = log.read(told, PIECE);
        for (StoredFact fact : facts) {
          out.write(event(fact));
          told = fact.position();
        }
        out.flush();
        heardAt = System.nanoTime();
      } else if (System.nanoTime() - heardAt >= HEARTBEAT.toNanos()) {
        if (!mayRead.getAsBoolean()) {
          return;
        }
        out.write(COMMENT);
        out.flush();
        heardAt = System.nanoTime();
      }
    }
  }

  private byte[] event(StoredFact fact) {
    String data = ModelJson.mapper().writeValueAsString(events.apply(fact));
    return ("id: " + fact.position() + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
