package nl.korf.service.meter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of values of a chart, a value a period.
 *
 * @param label what it counts, in words
 * @param paint number of its colour and pattern, 0 to {@link Paint#COUNT} - 1
 * @param values null where there is none
 */
record Series(String label, int paint, List<@Nullable Double> values) {

  /** Of whole numbers. */
  static Series of(String label, int paint, List<Integer> counts) {
    return new Series(
        label, paint, counts.stream().<@Nullable Double>map(Double::valueOf).toList());
  }

  boolean isEmpty() {
    return values.stream().allMatch(value -> value == null || value == 0);
  }

  double value(int period) {
    @Nullable Double value = values.get(period);
    return value == null ? 0 : value;
  }
}
