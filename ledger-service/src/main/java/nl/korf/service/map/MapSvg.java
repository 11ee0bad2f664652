package nl.korf.service.map;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import nl.korf.service.map.MapColumns.NodeColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The map on an instant as a picture of its own, with the shapes and colours of the legend. */
final class MapSvg {

  private static final double MARGIN = 4;

  /** Smallest share of the picture's width an organisation has to have to bear its name. */
  private static final double NAMED_FROM = 0.05;

  private static final String SHAPES =
      """
      <defs>
      <g id="proposed"><circle r=".45" fill="none" stroke="#6cc0f5" stroke-width=".26"/></g>
      <g id="deliberating"><circle r=".5" fill="none" stroke="#f2c14e" stroke-width=".14"/>\
      <path d="M0-.55A.55.55 0 0 1 0 .55Z" fill="#f2c14e"/></g>
      <g id="objection"><path d="M0-.6.6.5H-.6Z" fill="#ff8a5c"/></g>
      <g id="decided"><circle r=".57" fill="#3fd6a3"/></g>
      <g id="withdrawn"><path d="M-.4-.4.4.4M.4-.4-.4.4" stroke="#8fa0b3" stroke-width=".24"/></g>
      <g id="holder"><path d="M0-.6.6 0 0 .6-.6 0Z" fill="#d7b8ff"/></g>
      </defs>
      """;

  private final MapColumns columns;
  private final NodeColumns nodes;
  private final long moment;
  private final @Nullable State[] states;
  private final String language;
  private final StringBuilder svg = new StringBuilder();

  MapSvg(MapColumns columns, Instant on, String language) {
    this.columns = columns;
    this.nodes = columns.nodes();
    this.moment = on.getEpochSecond() - columns.start();
    this.states = columns.statesOn(on.getEpochSecond());
    this.language = language;
  }

  String drawn() {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < columns.size(); i++) {
      left = Math.min(left, nodes.x().get(i) - nodes.r().get(i));
      top = Math.min(top, nodes.y().get(i) - nodes.r().get(i));
      right = Math.max(right, nodes.x().get(i) + nodes.r().get(i));
      bottom = Math.max(bottom, nodes.y().get(i) + nodes.r().get(i));
    }
    boolean empty = columns.size() == 0;
    double width = empty ? 1 : right - left + 2 * MARGIN;
    double height = empty ? 1 : bottom - top + 2 * MARGIN;
    double x = empty ? 0 : left - MARGIN;
    double y = empty ? 0 : top - MARGIN;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.2f %.2f %.2f %.2f\">\n",
            x,
            y,
            width,
            height));
    svg.append(SHAPES);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#0d2036\"/>\n",
            x,
            y,
            width,
            height));
    territories();
    mandates();
    glyphs();
    labels(width);
    return svg.append("</svg>\n").toString();
  }

  private void territories() {
    svg.append("<g fill=\"#9cc4ff\" fill-opacity=\".07\" stroke=\"#9cc4ff\"");
    svg.append(" stroke-opacity=\".4\" stroke-width=\".15\">\n");
    for (int i = 0; i < columns.size(); i++) {
      if (nodes.kind().get(i) <= MapColumns.DISC && nodes.since().get(i) <= moment) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\"/>\n",
                nodes.x().get(i),
                nodes.y().get(i),
                nodes.r().get(i)));
      }
    }
    svg.append("</g>\n");
  }

  private void mandates() {
    svg.append("<g fill=\"none\" stroke=\"#cfa9ff\" stroke-opacity=\".35\" stroke-width=\".2\">\n");
    MapColumns.EdgeColumns edges = columns.edges();
    for (int i = 0; i < edges.mandate().size(); i++) {
      if (MapColumns.covers(edges.from().get(i), edges.lasts().get(i), moment)) {
        int from = edges.grantor().get(i);
        int to = edges.holder().get(i);
        double ax = nodes.x().get(from);
        double ay = nodes.y().get(from);
        double bx = nodes.x().get(to);
        double by = nodes.y().get(to);
        svg.append(
            String.format(
                Locale.ROOT,
                "<path d=\"M%.2f %.2fQ%.2f %.2f %.2f %.2f\"/>\n",
                ax,
                ay,
                (ax + bx) / 2 - (by - ay) * .18,
                (ay + by) / 2 + (bx - ax) * .18,
                bx,
                by));
      }
    }
    svg.append("</g>\n");
  }

  private void glyphs() {
    for (int i = 0; i < columns.size(); i++) {
      State state = states[i];
      boolean holder = nodes.kind().get(i) == MapColumns.HOLDER && nodes.since().get(i) <= moment;
      if (state != null || holder) {
        String shape = holder ? "holder" : Objects.requireNonNull(state).word();
        svg.append(
            String.format(
                Locale.ROOT,
                "<use href=\"#%s\" x=\"%.2f\" y=\"%.2f\"/>\n",
                shape,
                nodes.x().get(i),
                nodes.y().get(i)));
      }
    }
  }

  private void labels(double width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<g fill=\"#e8f1fb\" font-family=\"'Source Sans 3',sans-serif\" font-weight=\"600\""
                + " text-anchor=\"middle\" font-size=\"%.2f\">\n",
            width / 75));
    for (int i = 0; i < columns.size(); i++) {
      if (nodes.kind().get(i) == MapColumns.ISLAND
          && nodes.since().get(i) <= moment
          && nodes.r().get(i) * 2 > width * NAMED_FROM) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.2f\" y=\"%.2f\">%s</text>\n",
                nodes.x().get(i),
                nodes.y().get(i) - nodes.r().get(i) + width / 60,
                HtmlUtils.htmlEscape(columns.label(i, language), "UTF-8")));
      }
    }
    svg.append("</g>\n");
  }
}
