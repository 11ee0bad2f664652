package nl.korf.service.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.korf.service.meter.Plot.PeriodLabel;
import org.jspecify.annotations.Nullable;

/** The charts of the meter, each with its legend and with the same numbers as a table. */
final class MeterCharts {

  /** Distances from the principal that are shown apart; further ones are put together. */
  private static final int DEPTHS_SHOWN = 4;

  private static final int OWN_WORK = 4;
  private static final int UNKNOWN = 5;

  private final Pyramid pyramid;
  private final MeterWords words;
  private final List<PeriodLabel> periods;

  MeterCharts(Pyramid pyramid, MeterWords words) {
    this.pyramid = pyramid;
    this.words = words;
    this.periods = words.periods(pyramid);
  }

  /**
   * A chart as the page shows it.
   *
   * @param key of its words
   * @param keys its legend
   * @param headings of its table, after that of the first column
   */
  public record Chart(
      String key, String svg, List<Key> keys, List<String> headings, List<Line> lines) {}

  /**
   * An entry of a legend.
   *
   * @param mark {@code bar}, {@code line} or {@code dashed}
   */
  public record Key(String label, int paint, String mark) {}

  /** A row of a table. */
  public record Line(String heading, List<String> cells) {}

  List<Chart> all() {
    return List.of(shape(), depth(), shares(), stepIns(), waiting(), open());
  }

  private Chart shape() {
    Figures.Decisions whole = pyramid.whole().decisions();
    List<Shape.Row> rows = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int depth = 0; depth < whole.depths().size(); depth++) {
      row(depth(depth), Math.min(depth, DEPTHS_SHOWN - 1), whole.depths().get(depth), rows, lines);
    }
    row(words.say("own-work"), OWN_WORK, whole.ownWork(), rows, lines);
    if (whole.unknown() > 0) {
      lines.add(new Line(words.say("unknown"), List.of(words.number(whole.unknown()))));
    }
    String svg =
        Shape.drawn("shape", words.say("shape"), words.say("shape.about", told(whole)), rows);
    return new Chart("shape", svg, List.of(), List.of(words.say("decisions")), lines);
  }

  private void row(String label, int paint, int count, List<Shape.Row> rows, List<Line> lines) {
    rows.add(new Shape.Row(label + " · " + words.number(count), paint, count));
    lines.add(new Line(label, List.of(words.number(count))));
  }

  private String told(Figures.Decisions whole) {
    return words.number(whole.taken() - whole.unknown());
  }

  private String depth(int depth) {
    return depth == 0
        ? words.say("depth.0")
        : depth == 1 ? words.say("depth.1") : words.say("depth.n", words.number(depth));
  }

  private Chart depth() {
    List<Series> series = new ArrayList<>();
    for (int depth = 0; depth < DEPTHS_SHOWN; depth++) {
      int at = depth;
      boolean last = depth == DEPTHS_SHOWN - 1;
      series.add(
          counts(
              last ? words.say("depth.more", words.number(depth)) : depth(depth),
              depth,
              figures -> at(figures.decisions().depths(), at, last)));
    }
    series.add(counts(words.say("own-work"), OWN_WORK, figures -> figures.decisions().ownWork()));
    series.add(counts(words.say("unknown"), UNKNOWN, figures -> figures.decisions().unknown()));
    return bars("depth", series);
  }

  private static int at(List<Integer> depths, int depth, boolean andMore) {
    return IntStream.range(0, depths.size())
        .filter(one -> one == depth || (andMore && one > depth))
        .map(depths::get)
        .sum();
  }

  private Chart shares() {
    Series under =
        values(
            words.say("under-mandate"),
            3,
            figures -> share(figures.decisions().underMandate(), figures.decisions().taken()));
    Series groups =
        values(
            words.say("by-groups"),
            4,
            figures -> share(figures.decisions().byGroups(), figures.decisions().taken()));
    return lines("shares", List.of(under, groups), 100.0);
  }

  private static @Nullable Double share(int part, int whole) {
    return whole == 0 ? null : Quantiles.rounded(100.0 * part / whole);
  }

  private Chart stepIns() {
    return bars(
        "step-ins",
        List.of(
            counts(words.say("issued"), 0, figures -> figures.directives().issued()),
            counts(words.say("outcomes-taken"), 1, figures -> figures.escalations().outcomes()),
            counts(
                words.say("after-blocked"), 2, figures -> figures.escalations().afterBlocked())));
  }

  private Chart waiting() {
    return lines(
        "waiting",
        List.of(
            values(words.say("median"), 3, figures -> figures.waiting().medianDays()),
            values(words.say("p90"), 0, figures -> figures.waiting().p90Days())),
        null);
  }

  private Chart open() {
    return bars(
        "open",
        List.of(
            counts(words.say("proposals"), 2, figures -> figures.open().proposals()),
            counts(words.say("rounds"), 1, figures -> figures.open().rounds()),
            counts(words.say("outcomes"), 0, figures -> figures.open().outcomes())));
  }

  private Series counts(String label, int paint, ToIntFunction<Figures> value) {
    return Series.of(
        label,
        paint,
        pyramid.periods().stream().map(one -> value.applyAsInt(one.figures())).toList());
  }

  private Series values(String label, int paint, Function<Figures, @Nullable Double> value) {
    List<@Nullable Double> values = new ArrayList<>();
    pyramid.periods().forEach(one -> values.add(value.apply(one.figures())));
    return new Series(label, paint, values);
  }

  private Chart bars(String key, List<Series> series) {
    List<Series> shown = series.stream().filter(one -> !one.isEmpty()).toList();
    String svg =
        plot(key).bars(words.say(key), about(key, shown), shown.isEmpty() ? series : shown);
    List<Key> keys =
        (shown.isEmpty() ? series : shown)
            .stream().map(one -> new Key(one.label(), one.paint(), "bar")).toList();
    return new Chart(key, svg, keys, headings(series), table(series));
  }

  private Chart lines(String key, List<Series> series, @Nullable Double most) {
    String svg = plot(key).lines(words.say(key), about(key, series), series, most);
    List<Key> keys = new ArrayList<>();
    for (Series one : series) {
      keys.add(new Key(one.label(), one.paint(), keys.isEmpty() ? "line" : "dashed"));
    }
    return new Chart(key, svg, keys, headings(series), table(series));
  }

  private Plot plot(String key) {
    return new Plot(key, periods, words::number);
  }

  private String about(String key, List<Series> series) {
    return words.say(
        "about",
        periods.getFirst().whole(),
        periods.getLast().whole(),
        String.join(", ", series.stream().map(Series::label).toList()),
        words.say(key + ".lead"));
  }

  private static List<String> headings(List<Series> series) {
    return series.stream().map(Series::label).toList();
  }

  private List<Line> table(List<Series> series) {
    return IntStream.range(0, periods.size())
        .mapToObj(i ->
            new Line(
                periods.get(i).whole(),
                Stream.of(series)
                    .flatMap(List::stream)
                    .map(one -> words.number(one.values().get(i)))
                    .toList()))
        .toList();
  }
}
