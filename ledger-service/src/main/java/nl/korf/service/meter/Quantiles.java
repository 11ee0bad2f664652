package nl.korf.service.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long things took: the least of the measured times that a share of them did not exceed. */
final class Quantiles {

  private static final double HUNDREDTHS = 100;
  private static final double HUNDREDTH_OF_A_DAY_SECONDS = 864;

  private final List<Duration> times = new ArrayList<>();

  void add(Instant from, Instant until) {
    times.add(Duration.between(from, until));
  }

  int size() {
    return times.size();
  }

  /**
   * In days.
   *
   * @param percent of the times that are no longer, 1 to 100
   */
  @Nullable Double days(int percent) {
    if (times.isEmpty()) {
      return null;
    }
    Collections.sort(times);
    int rank = (times.size() * percent + 99) / 100;
    return Math.round(times.get(rank - 1).toSeconds() / HUNDREDTH_OF_A_DAY_SECONDS) / HUNDREDTHS;
  }

  /** To two decimals. */
  static double rounded(double value) {
    return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
  }
}
