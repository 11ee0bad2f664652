package nl.korf.service.meter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How long a period is; periods begin at midnight UTC. */
public enum Step {
  MONTH(1, 24),
  QUARTER(3, 60),
  YEAR(12, 60);

  private final int months;
  private final int periodsMax;

  Step(int months, int periodsMax) {
    this.months = months;
    this.periodsMax = periodsMax;
  }

  /** The shortest step by which a span is divided into no more periods than are readable. */
  static Step of(Instant since, Instant on) {
    for (Step step : values()) {
      if (step.count(since, on) <= step.periodsMax) {
        return step;
      }
    }
    return YEAR;
  }

  /**
   * The starts of the periods from the one {@code since} is in, and the end of the last, which is
   * the one {@code on} is in. Of more than {@code periodsMax} the latest.
   */
  List<Instant> bounds(Instant since, Instant on) {
    LocalDate last = start(on);
    LocalDate first = start(since);
    LocalDate earliest = last.minusMonths((long) months * (periodsMax - 1));
    List<Instant> bounds = new ArrayList<>();
    for (LocalDate start = first.isBefore(earliest) ? earliest : first;
        !start.isAfter(last);
        start = start.plusMonths(months)) {
      bounds.add(start.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    bounds.add(last.plusMonths(months).atStartOfDay(ZoneOffset.UTC).toInstant());
    return bounds;
  }

  private long count(Instant since, Instant on) {
    return ChronoUnit.MONTHS.between(start(since), start(on)) / months + 1;
  }

  private LocalDate start(Instant instant) {
    LocalDate day = instant.atZone(ZoneOffset.UTC).toLocalDate();
    return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % months);
  }
}
