package nl.korf.eventstore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/**
 * Moments as the ledger keeps them: microseconds, which is what PostgreSQL can hold, written as RFC
 * 3339 in UTC with exactly six decimals. Finer parts are cut off before anything is hashed.
 */
final class LedgerTime {

  /** Characters of every moment as text. */
  static final int TEXT_LENGTH = "2026-01-02T03:04:05.000006Z".length();

  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant AFTER_LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  private LedgerTime() {}

  static Instant truncated(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** The nearest moment the ledger can hold: in the years 0 to 9999, in microseconds. */
  static Instant within(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return truncated(instant.isBefore(AFTER_LATEST) ? instant : AFTER_LATEST);
  }

  static String text(Instant instant) {
    return RFC_3339.format(instant);
  }

  /**
   * A moment somebody stated, in the form of the ledger.
   *
   * @throws FactRejected when it is no ISO-8601 instant or not in the years 0 to 9999
   */
  static String normalised(String key, String stated) {
    try {
      Instant instant = Instant.parse(stated);
      if (instant.isBefore(EARLIEST) || !instant.isBefore(AFTER_LATEST)) {
        throw new FactRejected(key + " is outside the years 0 to 9999: " + stated);
      }
      return text(truncated(instant));
    } catch (DateTimeException notAnInstant) {
      throw new FactRejected(key + " is no ISO-8601 instant: " + stated, notAnInstant);
    }
  }
}
