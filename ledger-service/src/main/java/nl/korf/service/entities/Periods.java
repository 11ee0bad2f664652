package nl.korf.service.entities;

import java.time.Instant;
import nl.korf.model.Refusal;
import org.jspecify.annotations.Nullable;

/** Half-open periods {@code [from, until)} that an act of the ledger states itself. */
public final class Periods {

  private Periods() {}

  /** A period neither starts before now (rule M18) nor ends before it starts. */
  public static void check(
      @Nullable Instant from, @Nullable Instant until, Instant now, Reasons reasons) {
    notBefore(from, now, reasons);
    Instant start = from == null ? now : from;
    if (until != null && !until.isAfter(start)) {
      reasons.add(Refusal.PERIOD_EMPTY, "from", start, "until", until);
    }
  }

  /** An act of the ledger takes effect when it is recorded, or later. */
  public static void notBefore(@Nullable Instant at, Instant now, Reasons reasons) {
    if (at != null && at.isBefore(now)) {
      reasons.add(Refusal.BACKDATED, "from", at, "now", now);
    }
  }

  public static boolean overlap(
      Instant from, @Nullable Instant until, Instant otherFrom, @Nullable Instant otherUntil) {
    return (otherUntil == null || from.isBefore(otherUntil))
        && (until == null || otherFrom.isBefore(until));
  }
}
