package nl.korf.service.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import org.jspecify.annotations.Nullable;

/** The figures of the meter as CSV (RFC 4180), a line a period; what does not exist is empty. */
final class PyramidCsv {

  private PyramidCsv() {}

  static String of(Pyramid pyramid) {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    int depths = pyramid.whole().decisions().depths().size();
    lines.add(head(depths));
    pyramid.periods().forEach(period -> lines.add(line(period, depths)));
    return lines.stream()
        .map(line ->
            line.stream()
                    .map(value -> value == null ? "" : value.toString())
                    .collect(Collectors.joining(","))
                + "\r\n")
        .collect(Collectors.joining());
  }

  private static List<@Nullable Object> head(int depths) {
    List<@Nullable Object> head = new ArrayList<>(List.of("from", "until", "decisions"));
    for (int depth = 0; depth < depths; depth++) {
      head.add("depth_" + depth);
    }
    head.addAll(
        List.of(
            "under_mandate",
            "own_work",
            "unknown",
            "mean_depth",
            "by_groups",
            "by_one",
            "not_told",
            "directives_issued"));
    for (DirectiveType type : DirectiveType.values()) {
      head.add("issued_" + type.name().toLowerCase(java.util.Locale.ROOT));
    }
    head.addAll(
        List.of(
            "answered",
            "lapsed",
            "lifted",
            "standing",
            "escalated_outcomes",
            "escalated_after_blocked",
            "waiting_measured",
            "waiting_median_days",
            "waiting_p90_days",
            "open_proposals",
            "open_median_days",
            "open_p90_days",
            "open_rounds",
            "open_outcomes"));
    return head;
  }

  private static List<@Nullable Object> line(Pyramid.Period period, int depths) {
    Figures figures = period.figures();
    List<@Nullable Object> line = new ArrayList<>();
    add(line, period.from(), period.until(), figures.decisions().taken());
    for (int depth = 0; depth < depths; depth++) {
      line.add(figures.decisions().depths().get(depth));
    }
    add(
        line,
        figures.decisions().underMandate(),
        figures.decisions().ownWork(),
        figures.decisions().unknown(),
        figures.decisions().meanDepth(),
        figures.decisions().byGroups(),
        figures.decisions().byOne(),
        figures.decisions().notTold(),
        figures.directives().issued());
    for (DirectiveType type : DirectiveType.values()) {
      line.add(figures.directives().types().getOrDefault(type.name(), 0));
    }
    add(
        line,
        figures.directives().answered(),
        figures.directives().lapsed(),
        figures.directives().lifted(),
        figures.directives().standing(),
        figures.escalations().outcomes(),
        figures.escalations().afterBlocked(),
        figures.waiting().measured(),
        figures.waiting().medianDays(),
        figures.waiting().p90Days(),
        figures.open().proposals(),
        figures.open().medianDays(),
        figures.open().p90Days(),
        figures.open().rounds(),
        figures.open().outcomes());
    return line;
  }

  private static void add(List<@Nullable Object> line, @Nullable Object... values) {
    for (@Nullable Object value : values) {
      line.add(value);
    }
  }
}
