package nl.korf.service.map;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The nodes of the map and their states on an instant, as CSV (RFC 4180). */
final class MapCsv {

  private static final String HEAD = "id,kind,name_nl,name_en,parent,born,state";
  private static final String[] KINDS = {"organisation", "group", "initiative", "holder"};

  private MapCsv() {}

  /** A line for every node that is there on the instant. */
  static String of(MapColumns columns, Instant on) {
    MapColumns.NodeColumns nodes = columns.nodes();
    @Nullable State[] states = columns.statesOn(on.getEpochSecond());
    long moment = on.getEpochSecond() - columns.start();
    StringBuilder csv = new StringBuilder(HEAD).append("\r\n");
    for (int i = 0; i < columns.size(); i++) {
      boolean initiative = nodes.kind().get(i) == MapColumns.INITIATIVE;
      State state = states[i];
      if (initiative ? state == null : nodes.since().get(i) > moment) {
        continue;
      }
      int parent = nodes.parent().get(i);
      csv.append(field(nodes.id().get(i)))
          .append(',')
          .append(KINDS[nodes.kind().get(i)])
          .append(',')
          .append(field(nodes.nl().get(i)))
          .append(',')
          .append(field(nodes.en().get(i)))
          .append(',')
          .append(parent < 0 ? "" : field(nodes.id().get(parent)))
          .append(',')
          .append(nodes.born().get(i))
          .append(',')
          .append(state == null ? "" : state.word())
          .append("\r\n");
    }
    return csv.toString();
  }

  /** Quoted where it must be; what a spreadsheet would take for a formula is shown as text. */
  private static String field(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
