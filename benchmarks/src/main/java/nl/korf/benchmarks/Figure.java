package nl.korf.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table: how one thing compares with another that ran beside it.
 *
 * @param name what was measured, against what
 * @param ratio median over the rounds
 * @param lowest smallest ratio of a round
 * @param highest largest ratio of a round
 * @param bar what it has to reach; NaN where there is no bar
 * @param most whether the bar is a ceiling instead of a floor
 * @param detail the absolute figures behind it, for orientation only
 */
record Figure(
    String name,
    double ratio,
    double lowest,
    double highest,
    double bar,
    boolean most,
    String detail) {

  static Figure atLeast(String name, double bar, double[] ratios, String detail) {
    return of(name, bar, false, ratios, detail);
  }

  static Figure atMost(String name, double bar, double[] ratios, String detail) {
    return of(name, bar, true, ratios, detail);
  }

  /** A figure that is stated, not judged. */
  static Figure stated(String name, double[] ratios, String detail) {
    return of(name, Double.NaN, false, ratios, detail);
  }

  private static Figure of(String name, double bar, boolean most, double[] ratios, String detail) {
    double[] sorted = ratios.clone();
    Arrays.sort(sorted);
    return new Figure(
        name, median(sorted), sorted[0], sorted[sorted.length - 1], bar, most, detail);
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Whether the median reaches the bar. */
  boolean reached() {
    return Double.isNaN(bar) || (most ? ratio <= bar : ratio >= bar);
  }

  /** All of them as lines of Markdown. */
  static List<String> table(List<Figure> figures) {
    List<String> lines = new ArrayList<>();
    lines.add("| figure | ratio, median (range) | bar | | absolute, for orientation |");
    lines.add("| --- | --- | --- | --- | --- |");
    figures.forEach(figure -> lines.add(figure.line()));
    return lines;
  }

  String line() {
    String asked = Double.isNaN(bar) ? "" : (most ? "at most " : "at least ") + number(bar);
    String verdict = Double.isNaN(bar) ? "" : reached() ? "reached" : "MISSED";
    return "| %s | %s (%s to %s) | %s | %s | %s |"
        .formatted(name, number(ratio), number(lowest), number(highest), asked, verdict, detail);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
  }
}
