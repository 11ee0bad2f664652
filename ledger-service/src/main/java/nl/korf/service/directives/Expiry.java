package nl.korf.service.directives;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import nl.korf.model.Refusal;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.service.entities.Reasons;
import org.jspecify.annotations.Nullable;

/** When a directive lapses by itself, in microseconds, as effective time counts. */
final class Expiry {

  private Expiry() {}

  /** The end of a new directive; null, with a reason, where none was given that is needed. */
  static @Nullable Instant of(
      DirectiveType type,
      @Nullable Instant asked,
      Instant now,
      Duration holdTerm,
      Reasons reasons) {
    if (type == DirectiveType.HOLD) {
      return hold(asked, now, holdTerm, reasons);
    }
    if (asked == null) {
      reasons.add(Refusal.VALUE_MISSING, "field", "expiresAt");
      return null;
    }
    return after(asked, now, reasons);
  }

  /** The end of a hold from a moment on: the term at most, and by itself. */
  static Instant hold(@Nullable Instant asked, Instant from, Duration holdTerm, Reasons reasons) {
    Instant latest = from.plus(holdTerm).truncatedTo(ChronoUnit.MICROS);
    if (asked == null) {
      return latest;
    }
    reasons.when(
        asked.isAfter(latest),
        Refusal.HOLD_TOO_LONG,
        "days",
        holdTerm.toDays(),
        "latest",
        latest,
        "until",
        asked);
    return after(asked, from, reasons);
  }

  private static Instant after(Instant asked, Instant from, Reasons reasons) {
    Instant end = asked.truncatedTo(ChronoUnit.MICROS);
    reasons.when(!end.isAfter(from), Refusal.PERIOD_EMPTY, "from", from, "until", end);
    return end;
  }

  /** The end that was given, once no reason is left. */
  static Instant given(@Nullable Instant end) {
    return Objects.requireNonNull(end, "expiresAt");
  }

  static Instant earlier(@Nullable Instant one, Instant other) {
    return one != null && one.isBefore(other) ? one : other;
  }
}
