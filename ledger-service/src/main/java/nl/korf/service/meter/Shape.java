package nl.korf.service.meter;

import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Draws how decisions lie between top and base: a bar for every distance from the principal. */
final class Shape {

  private static final int WIDTH = 360;
  private static final int ROW = 40;
  private static final int BAR = 16;
  private static final int MARGIN = 6;

  private Shape() {}

  /**
   * One bar.
   *
   * @param label in words, with the number
   */
  record Row(String label, int paint, int count) {}

  /** From the top down; the widest fills the picture. */
  static String drawn(String id, String title, String description, List<Row> rows) {
    int most = Math.max(1, rows.stream().mapToInt(Row::count).max().orElse(1));
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
                + "<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>",
            WIDTH,
            rows.size() * ROW + MARGIN,
            id,
            id,
            id,
            HtmlUtils.htmlEscape(title, "UTF-8"),
            id,
            HtmlUtils.htmlEscape(description, "UTF-8")));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double width =
          row.count() == 0 ? 2 : Math.max(4, (WIDTH - 2.0 * MARGIN) * row.count() / most);
      svg.append(
          String.format(
              Locale.ROOT,
              "<text class=\"plot-row\" x=\"%d\" y=\"%d\">%s</text><rect class=\"plot-bar%s\""
                  + " x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\" rx=\"2\" fill=\"url(#%s)\"/>",
              WIDTH / 2,
              i * ROW + 15,
              HtmlUtils.htmlEscape(row.label(), "UTF-8"),
              row.count() == 0 ? " none" : "",
              (WIDTH - width) / 2,
              i * ROW + 20,
              width,
              BAR,
              Paint.id(row.paint())));
    }
    return svg.append("</svg>").toString();
  }
}
