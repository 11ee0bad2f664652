package nl.korf.service.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.korf.projections.map.Period;

/** Sets of moments: periods in order of time, apart from each other and none of them empty. */
record Periods(List<Period> periods) {

  static final Periods NONE = new Periods(List.of());

  Periods {
    periods = List.copyOf(periods);
  }

  /** All moments in any of these. */
  static Periods of(Collection<Period> any) {
    List<Period> union = new ArrayList<>();
    List<Period> inOrder =
        any.stream()
            .filter(period -> !period.isEmpty())
            .sorted(Comparator.comparingLong(Period::from))
            .toList();
    for (Period period : inOrder) {
      Period last = union.isEmpty() ? null : union.getLast();
      if (last != null && period.from() <= last.until()) {
        union.set(
            union.size() - 1, new Period(last.from(), Math.max(last.until(), period.until())));
      } else {
        union.add(period);
      }
    }
    return new Periods(union);
  }

  static Periods of(Period... any) {
    return of(List.of(any));
  }

  /** The moments in both. */
  Periods and(Periods other) {
    List<Period> both = new ArrayList<>();
    for (Period mine : periods) {
      for (Period its : other.periods) {
        both.add(
            new Period(Math.max(mine.from(), its.from()), Math.min(mine.until(), its.until())));
      }
    }
    return of(both);
  }

  /** The moments in this one only. */
  Periods without(Periods other) {
    List<Period> gaps = new ArrayList<>();
    long begin = Long.MIN_VALUE;
    for (Period its : other.periods) {
      gaps.add(new Period(begin, its.from()));
      begin = its.until();
    }
    gaps.add(new Period(begin, Period.OPEN));
    return and(new Periods(gaps.stream().filter(gap -> !gap.isEmpty()).toList()));
  }

  boolean contains(long moment) {
    return periods.stream().anyMatch(period -> period.from() <= moment && moment < period.until());
  }
}
