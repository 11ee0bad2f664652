package nl.korf.service.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.PersonalPart;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.ModelJson;
import nl.korf.model.view.ViewHash;
import nl.korf.projections.ViewHashes;
import nl.korf.service.founding.Ledger;
import nl.korf.service.web.NotYetProjected;
import nl.korf.service.web.NotYetProven;
import nl.korf.service.web.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything a verifier needs, at the size of one checkpoint ({@code docs/audit-format.md}). Reads
 * while the ledger goes on: what is under a checkpoint does not change, but for personal parts that
 * are erased meanwhile.
 */
@Component
final class Export {

  /** Facts of a file. */
  private static final int FILE_FACTS = 10_000;

  private static final int PAGE = 1_000;
  private static final int FORMAT = 1;

  private final ProofStore proofs;
  private final FactLog log;
  private final ViewHashes hashes;
  private final Reading reading;
  private final Ledger ledger;
  private final Origin origin;
  private final Clock clock;

  Export(
      DataSource dataSource,
      ProofStore proofs,
      ViewHashes hashes,
      Reading reading,
      Ledger ledger,
      Origin origin,
      Clock clock) {
    this.proofs = proofs;
    this.log = new FactLog(dataSource);
    this.hashes = hashes;
    this.reading = reading;
    this.ledger = ledger;
    this.origin = origin;
    this.clock = clock;
  }

  /** Where the files go. */
  @FunctionalInterface
  interface Target {

    /** A new file at a path with slashes, to be closed before the next. */
    OutputStream file(String path) throws IOException;
  }

  /**
   * The checkpoint to export at: the latest, when the read models show what is under it.
   *
   * @throws NotYetProven where there is none yet
   * @throws NotYetProjected where the read models stay behind
   */
  Checkpoints.Published ready() throws InterruptedException {
    Checkpoints.Published checkpoint =
        proofs.checkpoints().latest().orElseThrow(() -> new NotYetProven(1));
    if (!reading.awaitProjected(checkpoint.size())) {
      throw new NotYetProjected(checkpoint.size());
    }
    return checkpoint;
  }

  /** Writes all files; returns how many facts are in them. */
  long write(Checkpoints.Published checkpoint, boolean personal, Target target) throws IOException {
    write(target, "export.json", json(head(checkpoint.size())) + "\n");
    write(target, "checkpoint", checkpoint.note().toString());
    checkpoints(checkpoint.size(), target);
    facts(checkpoint.size(), personal, target);
    tiles(checkpoint.size(), target);
    viewHashes(checkpoint.size(), target);
    return checkpoint.size();
  }

  private Map<String, Object> head(long size) {
    JdbcClient database = proofs.database();
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("format", FORMAT);
    head.put("ledger", ledger.urn());
    head.put("origin", origin.name());
    head.put("size", size);
    head.put("viewVersion", ViewHash.VIEW_VERSION);
    head.put("keys", Keys.all(database).stream().map(VerifierKey::toString).toList());
    head.put("exportedAt", Instant.now(clock));
    return head;
  }

  private void checkpoints(long size, Target target) throws IOException {
    try (Writer file = writer(target, "checkpoints.ndjson")) {
      long after = 0;
      while (after < size) {
        List<Checkpoints.Published> page = proofs.checkpoints().after(after, PAGE);
        for (Checkpoints.Published one : page) {
          if (one.size() <= size) {
            line(file, ProofRoutes.CheckpointView.of(one));
          }
        }
        after = page.isEmpty() ? size : page.getLast().size();
      }
    }
  }

  private void facts(long size, boolean personal, Target target) throws IOException {
    for (long first = 1; first <= size; first += FILE_FACTS) {
      try (Writer file = writer(target, "facts/%09d.ndjson".formatted(first))) {
        long last = Math.min(size, first + FILE_FACTS - 1);
        for (long after = first - 1; after < last; ) {
          List<StoredFact> facts = log.read(after, (int) Math.min(PAGE, last - after));
          for (StoredFact fact : facts) {
            line(file, line(fact, personal));
          }
          after = facts.getLast().position();
        }
      }
    }
  }

  private static Map<String, Object> line(StoredFact fact, boolean personal) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("position", fact.position());
    line.put("header", text(fact.header()));
    line.put("payload", text(fact.payload()));
    line.put("metadata", text(fact.metadata()));
    PersonalPart part = fact.personal();
    if (part == null) {
      if (PersonalMark.of(fact)) {
        line.put("erased", true);
      }
    } else if (personal) {
      line.put(
          "personal",
          Map.of("salt", HexFormat.of().formatHex(part.salt()), "text", text(part.bytes())));
    } else {
      line.put("withheld", true);
    }
    return line;
  }

  private void tiles(long size, Target target) throws IOException {
    for (int level = 0; level < Tile.levels(size); level++) {
      for (long index = 0; Tile.widthAt(level, index, size) > 0; index++) {
        tile(new TilePath(level, index, Tile.widthAt(level, index, size)), target);
      }
    }
    for (long index = 0; Tile.widthAt(0, index, size) > 0; index++) {
      tile(new TilePath(null, index, Tile.widthAt(0, index, size)), target);
    }
  }

  private void tile(TilePath path, Target target) throws IOException {
    byte[] bytes =
        proofs
            .at(path)
            .orElseThrow(() -> new Difference.Found(1, path.toString(), path.width(), "-"));
    try (OutputStream file = target.file(path.toString())) {
      file.write(bytes);
    }
  }

  private void viewHashes(long size, Target target) throws IOException {
    try (Writer file = writer(target, "view-hashes.ndjson")) {
      List<ViewHashes.Change> page = hashes.changes(0, size, PAGE);
      while (!page.isEmpty()) {
        for (ViewHashes.Change change : page) {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("position", change.position());
          line.put("hash", HexFormat.of().formatHex(change.hash()));
          line(file, line);
        }
        page = hashes.changes(page.getLast().position(), size, PAGE);
      }
    }
  }

  private static Writer writer(Target target, String path) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(target.file(path), StandardCharsets.UTF_8));
  }

  private static void write(Target target, String path, String text) throws IOException {
    try (Writer file = writer(target, path)) {
      file.write(text);
    }
  }

  private static void line(Writer file, Object value) throws IOException {
    file.write(json(value));
    file.write('\n');
  }

  private static String json(Object value) {
    return ModelJson.mapper().writeValueAsString(value);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
