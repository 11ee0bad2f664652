package nl.korf.service.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a span is divided. */
class StepTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-31T23:59:59Z, 2026-04-01T00:00:00Z, MONTH, 2, 2026-03-01T00:00:00Z",
    "2024-05-02T00:00:00Z, 2026-04-30T00:00:00Z, MONTH, 24, 2024-05-01T00:00:00Z",
    "2024-04-30T00:00:00Z, 2026-04-01T00:00:00Z, QUARTER, 9, 2024-04-01T00:00:00Z",
    "2011-08-15T00:00:00Z, 2026-04-01T00:00:00Z, QUARTER, 60, 2011-07-01T00:00:00Z",
    "2011-06-30T00:00:00Z, 2026-04-01T00:00:00Z, YEAR, 16, 2011-01-01T00:00:00Z",
    "1815-06-18T00:00:00Z, 2026-04-01T00:00:00Z, YEAR, 60, 1967-01-01T00:00:00Z",
  })
  void aSpanIsDividedIntoAsManyPeriodsAsCanBeRead(
      Instant since, Instant on, Step step, int periods, Instant first) {
    List<Instant> bounds = step.bounds(since, on);

    assertThat(Step.of(since, on)).isEqualTo(step);
    assertThat(bounds).hasSize(periods + 1).isSorted().startsWith(first);
    assertThat(bounds.getLast()).isAfter(on);
  }

  @Test
  void quantilesAreValuesThatWereMeasured() {
    Quantiles times = new Quantiles();
    Instant begin = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(times.days(50)).isNull();
    for (int day : new int[] {9, 1, 2, 3, 4, 5, 6, 7, 8, 10}) {
      times.add(begin, begin.plusSeconds(day * 86_400L));
    }

    assertThat(times.days(50)).isEqualTo(5);
    assertThat(times.days(90)).isEqualTo(9);
    assertThat(times.days(91)).isEqualTo(10);
  }
}
