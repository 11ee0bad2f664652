package nl.korf.service.meter;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Draws values over time as SVG: stacked bars, or lines. Colours come from the page's tokens. */
final class Plot {

  private static final int WIDTH = 360;
  private static final int HEIGHT = 210;
  private static final int LEFT = 36;
  private static final int RIGHT = 6;
  private static final int TOP = 10;
  private static final int BOTTOM = 28;

  /** Most lines of the grid above the lowest. */
  private static final int STEPS_MAX = 4;

  /** Room a label below the plot needs, of the same units as its width. */
  private static final int LABEL_WIDTH = 42;

  private static final double BAR_SHARE = 0.78;
  private static final double BAR_WIDTH_MAX = 40;

  private final String id;
  private final List<PeriodLabel> periods;
  private final DoubleFunction<String> number;
  private final StringBuilder svg = new StringBuilder();
  private double top = 1;

  /**
   * What a period is called.
   *
   * @param axis short, below the plot, or null: nothing stands there
   */
  record PeriodLabel(String whole, @Nullable String axis) {}

  /**
   * A plot.
   *
   * @param id unique on the page
   * @param number writes a value in the language of the page
   */
  Plot(String id, List<PeriodLabel> periods, DoubleFunction<String> number) {
    this.id = id;
    this.periods = periods;
    this.number = number;
  }

  /** The values of a period on top of each other, the first at the bottom. */
  String bars(String title, String description, List<Series> series) {
    double most = 1;
    for (int i = 0; i < periods.size(); i++) {
      double sum = 0;
      for (Series one : series) {
        sum += one.value(i);
      }
      most = Math.max(most, sum);
    }
    begin(title, description, most);
    double width = Math.min(slot() * BAR_SHARE, BAR_WIDTH_MAX);
    for (int i = 0; i < periods.size(); i++) {
      double below = 0;
      for (Series one : series) {
        double value = one.value(i);
        if (value > 0) {
          bar(one, i, y(below + value), y(below) - y(below + value), width);
          below += value;
        }
      }
    }
    return end();
  }

  private void bar(Series series, int period, double y, double height, double width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"plot-bar\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\""
                + " fill=\"url(#%s)\"><title>%s</title></rect>",
            x(period) - width / 2,
            y,
            width,
            height,
            Paint.id(series.paint()),
            said(series, period)));
  }

  /**
   * Each series as a line with marks; the second and later are dashed and marked otherwise.
   *
   * @param most upper end of the scale, or null: that of the values
   */
  String lines(String title, String description, List<Series> series, @Nullable Double most) {
    double highest = 1;
    for (Series one : series) {
      for (int i = 0; i < periods.size(); i++) {
        highest = Math.max(highest, one.value(i));
      }
    }
    begin(title, description, most == null ? highest : most);
    for (int s = 0; s < series.size(); s++) {
      line(series.get(s), s);
    }
    return end();
  }

  private void line(Series series, int order) {
    StringBuilder path = new StringBuilder();
    boolean on = false;
    for (int i = 0; i < periods.size(); i++) {
      if (series.values().get(i) == null) {
        on = false;
      } else {
        path.append(String.format(Locale.ROOT, "%s%.2f %.2f", on ? "L" : "M", x(i), y(series, i)));
        on = true;
      }
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<path class=\"plot-line line-%d%s\" d=\"%s\"/>",
            series.paint(),
            order > 0 ? " dashed" : "",
            path));
    for (int i = 0; i < periods.size(); i++) {
      if (series.values().get(i) != null) {
        mark(series, order, i);
      }
    }
  }

  private void mark(Series series, int order, int period) {
    double x = x(period);
    double y = y(series, period);
    double r = Math.min(4, Math.max(1.6, slot() / 3));
    String shape =
        order == 0
            ? String.format(Locale.ROOT, "M%.2f %.2fa%.2f %.2f 0 1 0 .01 0Z", x, y - r, r, r)
            : String.format(
                Locale.ROOT, "M%.2f %.2fl%.2f %.2fh%.2fZ", x, y - r, r, 1.8 * r, -2 * r);
    svg.append(
        String.format(
            Locale.ROOT,
            "<path class=\"plot-mark mark-%d\" d=\"%s\"><title>%s</title></path>",
            series.paint(),
            shape,
            said(series, period)));
  }

  private String said(Series series, int period) {
    return HtmlUtils.htmlEscape(
        periods.get(period).whole()
            + " – "
            + series.label()
            + ": "
            + number.apply(series.value(period)),
        "UTF-8");
  }

  private void begin(String title, String description, double most) {
    double step = step(most);
    top = Math.ceil(most / step) * step;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
                + "<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>",
            WIDTH,
            HEIGHT,
            id,
            id,
            id,
            HtmlUtils.htmlEscape(title, "UTF-8"),
            id,
            HtmlUtils.htmlEscape(description, "UTF-8")));
    for (double value = 0; value <= top; value += step) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"%s\" d=\"M%d %.2fH%d\"/><text class=\"plot-y\" x=\"%d\" y=\"%.2f\">%s</text>",
              value == 0 ? "plot-base" : "plot-grid",
              LEFT,
              y(value),
              WIDTH - RIGHT,
              LEFT - 5,
              y(value) + 4,
              number.apply(value)));
    }
    double free = 0;
    for (int i = 0; i < periods.size(); i++) {
      String axis = periods.get(i).axis();
      if (axis != null && x(i) >= free) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<path class=\"plot-grid\" d=\"M%.2f %dv4\"/><text class=\"plot-x\" x=\"%.2f\" y=\"%d\">"
                    + "%s</text>",
                x(i),
                HEIGHT - BOTTOM,
                x(i),
                HEIGHT - 9,
                HtmlUtils.htmlEscape(axis, "UTF-8")));
        free = x(i) + LABEL_WIDTH;
      }
    }
  }

  private String end() {
    return svg.append("</svg>").toString();
  }

  private double slot() {
    return (double) (WIDTH - LEFT - RIGHT) / periods.size();
  }

  private double x(int period) {
    return LEFT + slot() * (period + 0.5);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top;
  }

  private double y(Series series, int period) {
    return y(Math.min(series.value(period), top));
  }

  /** 1, 2 or 5 times a power of ten, so that few lines are enough. */
  private static double step(double most) {
    double power = 1;
    while (true) {
      for (double factor : new double[] {1, 2, 5}) {
        if (most <= STEPS_MAX * factor * power) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }
}
