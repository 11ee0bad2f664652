package nl.korf.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The years in which every moment of a fact lies: 0 to 9999, in UTC, which is what RFC 3339 writes
 * and what read models can hold. Java knows moments a billion years away; the ledger refuses them.
 */
public final class LedgerYears {

  /** The years in words that no language needs translated. */
  public static final String BOUNDS = "0000-01-01T00:00:00Z – 9999-12-31T23:59:59Z";

  /** The longest span of time anybody may state. */
  public static final Duration SPAN_MAX = Duration.ofDays(10_000L * 366);

  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant AFTER_LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  private LedgerYears() {}

  /** Whether the moment lies in them. */
  public static boolean hold(Instant moment) {
    return !moment.isBefore(EARLIEST) && moment.isBefore(AFTER_LATEST);
  }

  /** Whether the span, forwards or backwards, is one that can be reckoned with. */
  public static boolean hold(Duration span) {
    return span.compareTo(SPAN_MAX) <= 0 && span.compareTo(SPAN_MAX.negated()) >= 0;
  }
}
