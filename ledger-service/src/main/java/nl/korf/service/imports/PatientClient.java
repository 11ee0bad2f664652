package nl.korf.service.imports;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a request again, the very same one, while it fails on the way or the ledger says not now:
 * after as long as the ledger asks for (Retry-After, RFC 9110 10.2.3), else later and later. The
 * caller makes sure that a request may come twice. Safe from several threads.
 */
final class PatientClient implements AutoCloseable {

  /** How often a request is sent at most. */
  static final int ATTEMPTS_MAX = 10;

  /** The longest time to wait that is honoured; a ledger that asks for more is told of. */
  static final Duration RETRY_AFTER_MAX = Duration.ofMinutes(2);

  private static final Duration BACK_OFF_FIRST = Duration.ofMillis(500);
  private static final Duration BACK_OFF_MAX = Duration.ofSeconds(30);
  private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

  /** Not now: too many requests, and what a gateway says in front of a ledger that is away. */
  private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);

  /** How to wait. */
  @FunctionalInterface
  interface Waiting {
    /**
     * Waits.
     *
     * @param reason why, for people
     */
    void rest(Duration time, String reason) throws InterruptedException;
  }

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();
  private final Waiting waiting;
  private final Clock clock;

  PatientClient(Waiting waiting, Clock clock) {
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * The answer, whatever it says but "not now".
   *
   * @throws ImportFailed when there is none after all attempts, or the ledger asks for more time
   */
  HttpResponse<byte[]> send(HttpRequest request) {
    Duration waited = Duration.ZERO;
    for (int attempt = 1; ; attempt++) {
      String reason;
      Duration wait = backOff(attempt);
      try {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (!NOT_NOW.contains(response.statusCode())) {
          return response;
        }
        reason = "the ledger answered " + response.statusCode();
        wait = asked(response).orElse(wait);
      } catch (IOException onTheWay) {
        reason = "the ledger cannot be reached: " + said(onTheWay);
      } catch (InterruptedException e) {
        throw interrupted();
      }
      if (attempt == ATTEMPTS_MAX || wait.compareTo(RETRY_AFTER_MAX) > 0) {
        throw gaveUp(request, attempt, waited, wait, reason);
      }
      rest(wait, reason);
      waited = waited.plus(wait);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private void rest(Duration time, String reason) {
    try {
      waiting.rest(time, reason);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /**
   * A number of seconds or a date; empty when the ledger does not say, or not so that it is one.
   */
  private Optional<Duration> asked(HttpResponse<?> response) {
    return response.headers().firstValue("Retry-After").flatMap(this::duration);
  }

  private Optional<Duration> duration(String written) {
    try {
      return Optional.of(Duration.ofSeconds(Long.parseUnsignedLong(written.strip())));
    } catch (NumberFormatException noNumber) {
      return untilDate(written);
    }
  }

  private Optional<Duration> untilDate(String written) {
    try {
      ZonedDateTime date =
          ZonedDateTime.parse(written.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration left = Duration.between(clock.instant(), date.toInstant());
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Duration backOff(int attempt) {
    Duration wait = BACK_OFF_FIRST.multipliedBy(1L << (attempt - 1));
    return wait.compareTo(BACK_OFF_MAX) > 0 ? BACK_OFF_MAX : wait;
  }

  private static ImportFailed gaveUp(
      HttpRequest request, int attempts, Duration waited, Duration wait, String reason) {
    String asksForMore =
        wait.compareTo(RETRY_AFTER_MAX) > 0
            ? " and asks to come back in %d s".formatted(wait.toSeconds())
            : "";
    return new ImportFailed(
        "%s%s (%s; %d attempts, %d s waited). What was recorded is recorded; run the import again to continue"
            .formatted(reason, asksForMore, request.uri(), attempts, waited.toSeconds()));
  }

  private static ImportFailed interrupted() {
    Thread.currentThread().interrupt();
    return new ImportFailed("interrupted; run the import again to continue");
  }

  private static String said(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
