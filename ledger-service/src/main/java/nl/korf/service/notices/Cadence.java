package nl.korf.service.notices;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** How often somebody is told by a channel. */
public enum Cadence {
  AT_ONCE,
  /** In the summary of each morning. */
  DAILY,
  /** In the summary of each Monday morning. */
  WEEKLY;

  /** Summaries go out at this time in the Netherlands. */
  public static final LocalTime SUMMARY_AT = LocalTime.of(7, 0);

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /** When what happened at an instant is to be told: never before it. */
  public Instant due(Instant happened) {
    if (this == AT_ONCE) {
      return happened;
    }
    ZonedDateTime local = happened.atZone(ZONE);
    LocalDate day = local.toLocalDate();
    if (local.toLocalTime().isAfter(SUMMARY_AT)) {
      day = day.plusDays(1);
    }
    if (this == WEEKLY) {
      day = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
    return day.atTime(SUMMARY_AT).atZone(ZONE).toInstant();
  }
}
