package nl.korf.service.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shows one witness every new checkpoint and keeps what it signs (C2SP tlog-witness). A witness
 * that does not answer keeps nothing from going on: it is asked again, with longer and longer
 * rests.
 */
final class WitnessClient implements Repeating.Step {

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration REST_MIN = Duration.ofSeconds(2);
  private static final Duration REST_MAX = Duration.ofSeconds(60);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int CONFLICT = 409;

  private final WitnessKey witness;
  private final AuditSettings settings;
  private final BooleanSupplier leading;
  private final JdbcClient database;
  private final Checkpoints checkpoints;
  private final Witnesses witnesses;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(ANSWER_MAX)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private Duration rest = REST_MIN;

  /**
   * A client at rest.
   *
   * @param leading whether this process is the one that signs
   */
  WitnessClient(
      WitnessKey witness,
      AuditSettings settings,
      BooleanSupplier leading,
      JdbcClient database,
      Clock clock) {
    this.witness = witness;
    this.settings = settings;
    this.leading = leading;
    this.database = database;
    this.checkpoints = new Checkpoints(database);
    this.witnesses = new Witnesses(database);
    this.clock = clock;
  }

  @Override
  public Duration run() throws InterruptedException {
    Optional<Checkpoints.Published> latest = checkpoints.latest();
    Witnesses.Standing standing = witnesses.find(witness.name()).orElse(null);
    if (!leading.getAsBoolean() || latest.isEmpty() || upToDate(standing, latest.get())) {
      return LOOK_EVERY;
    }
    long known = standing == null || standing.size() == null ? 0 : standing.size();
    String failure = show(latest.get(), Math.min(known, latest.get().size()), true);
    if (failure == null) {
      rest = REST_MIN;
      return LOOK_EVERY;
    }
    witnesses.failed(witness.name(), failure);
    Duration now = rest;
    rest = rest.multipliedBy(2).compareTo(REST_MAX) > 0 ? REST_MAX : rest.multipliedBy(2);
    return now;
  }

  private boolean upToDate(Witnesses.@Nullable Standing standing, Checkpoints.Published latest) {
    Instant seen = standing == null ? null : standing.seenAt();
    Long size = standing == null ? null : standing.size();
    return seen != null
        && size != null
        && size == latest.size()
        && seen.isAfter(clock.instant().minus(settings.heartbeat()));
  }

  /** What went wrong, or null: the witness signed. */
  private @Nullable String show(Checkpoints.Published checkpoint, long old, boolean again)
      throws InterruptedException {
    HttpResponse<String> answer;
    try {
      answer =
          http.send(
              request(checkpoint, old),
              BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), Note.BYTES_MAX));
    } catch (IOException failure) {
      return "it does not answer: " + failure;
    }
    if (answer.statusCode() == OK) {
      return keep(checkpoint, answer.body());
    }
    String size = answer.body().strip();
    if (answer.statusCode() == CONFLICT && size.matches("0|[1-9][0-9]{0,17}")) {
      long seen = Long.parseLong(size);
      if (seen > checkpoint.size()) {
        return "it has seen %d facts and this ledger has %d under its last checkpoint"
            .formatted(seen, checkpoint.size());
      }
      return again && seen != old
          ? show(checkpoint, seen, false)
          : "it does not take the checkpoint of %d after %d".formatted(checkpoint.size(), seen);
    }
    return "it answered " + answer.statusCode();
  }

  private HttpRequest request(Checkpoints.Published checkpoint, long old) {
    StringBuilder body = new StringBuilder("old " + old + "\n");
    new Tree(new TileNodes(new TileTable(database)))
        .consistency(old, checkpoint.size())
        .forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    body.append('\n').append(checkpoint.own());
    String prefix = witness.url().toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(prefix + "/add-checkpoint"))
        .timeout(ANSWER_MAX)
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }

  private @Nullable String keep(Checkpoints.Published checkpoint, String lines) {
    List<Note.Signature> signatures;
    try {
      signatures = lines.lines().map(Note.Signature::parse).toList();
    } catch (IllegalArgumentException unreadable) {
      return "its answer is no signature: " + unreadable.getMessage();
    }
    for (Note.Signature signature : signatures) {
      Optional<Long> time = witness.key().time(checkpoint.own().text(), signature);
      if (time.isPresent()) {
        Instant seen = Instant.ofEpochSecond(time.get());
        checkpoints.add(
            checkpoint.size(), new Checkpoints.Cosignature(witness.name(), seen, signature));
        witnesses.signed(witness.name(), checkpoint.size());
        witnesses.keepLate(checkpoint.size(), settings.needed(), settings.lateAfter().toSeconds());
        return null;
      }
    }
    return "its answer holds no signature by its key";
  }
}
