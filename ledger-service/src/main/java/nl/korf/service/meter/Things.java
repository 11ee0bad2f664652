package nl.korf.service.meter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.korf.model.view.DirectiveRows.DirectiveState;
import nl.korf.projections.pyramid.KnownPyramid;
import nl.korf.projections.pyramid.KnownPyramid.DecisionLine;
import nl.korf.projections.pyramid.KnownPyramid.DirectiveLine;
import nl.korf.projections.pyramid.KnownPyramid.InitiativeLine;
import nl.korf.projections.pyramid.KnownPyramid.ReplyLine;
import nl.korf.projections.pyramid.KnownPyramid.RoundLine;
import org.jspecify.annotations.Nullable;

/**
 * Lines put together to the things they are about, each with the moments at which something became
 * of it.
 */
record Things(
    List<DecisionLine> decisions,
    List<Directive> directives,
    Map<String, Round> rounds,
    Map<String, Initiative> initiatives) {

  /**
   * A directive.
   *
   * @param ended when it lapsed or was lifted, or will; null: not known
   * @param lifted whether somebody took it back
   * @param answered when it was first replied to, or null
   */
  record Directive(
      String type,
      @Nullable String group,
      @Nullable String principal,
      Instant issued,
      @Nullable Instant ended,
      boolean lifted,
      @Nullable Instant answered) {

    boolean stands(Instant moment) {
      return !issued.isAfter(moment) && (ended == null || ended.isAfter(moment));
    }
  }

  /**
   * A round.
   *
   * @param ended when it came to its outcome, or null
   */
  record Round(
      String id,
      String group,
      @Nullable String initiative,
      Instant opened,
      @Nullable Instant ended,
      String outcome) {

    boolean isOpen(Instant moment) {
      return !opened.isAfter(moment) && (ended == null || ended.isAfter(moment));
    }

    boolean hasEnded(Instant moment) {
      return ended != null && !ended.isAfter(moment);
    }
  }

  /**
   * An initiative.
   *
   * @param lines in order of time
   */
  record Initiative(String id, List<InitiativeLine> lines) {

    Instant proposed() {
      return lines.getFirst().from();
    }

    /** Whether it is there at a moment, and not withdrawn. */
    boolean stands(Instant moment) {
      return !proposed().isAfter(moment) && !at(moment).withdrawn();
    }

    /** The group that owns it at a moment; before its proposal, the first. */
    String owner(Instant moment) {
      return at(moment).owner();
    }

    private InitiativeLine at(Instant moment) {
      return Things.at(lines, InitiativeLine::from, moment);
    }
  }

  static Things of(KnownPyramid known) {
    Map<String, Instant> replies = new HashMap<>();
    for (ReplyLine reply : known.replies()) {
      replies.put(reply.directive(), reply.from());
    }
    List<Directive> directives = new ArrayList<>();
    byId(known.directives(), DirectiveLine::directive)
        .forEach((id, lines) -> directives.add(directive(lines, replies.get(id))));
    Map<String, Round> rounds = new HashMap<>();
    byId(known.rounds(), RoundLine::round).forEach((id, lines) -> rounds.put(id, round(lines)));
    Map<String, Initiative> initiatives = new HashMap<>();
    byId(known.initiatives(), InitiativeLine::initiative)
        .forEach((id, lines) -> initiatives.put(id, new Initiative(id, lines)));
    return new Things(known.decisions(), directives, rounds, initiatives);
  }

  /** Lines of each thing, in their order. */
  static <T> Map<String, List<T>> byId(List<T> lines, Function<T, String> id) {
    Map<String, List<T>> all = new HashMap<>();
    lines.forEach(line -> all.computeIfAbsent(id.apply(line), _ -> new ArrayList<>()).add(line));
    return all;
  }

  /** The line that holds at a moment; before all of them, the first. */
  static <T> T at(List<T> lines, Function<T, Instant> from, Instant moment) {
    T found = lines.getFirst();
    for (T line : lines) {
      found = from.apply(line).isAfter(moment) ? found : line;
    }
    return found;
  }

  private static Directive directive(List<DirectiveLine> lines, @Nullable Instant answered) {
    DirectiveLine first = lines.getFirst();
    DirectiveLine end =
        lines.stream()
            .filter(line -> !line.state().equals(DirectiveState.IN_FORCE.name()))
            .findFirst()
            .orElse(null);
    return new Directive(
        first.type(),
        first.group(),
        first.principal(),
        first.from(),
        end == null ? null : end.from(),
        end != null && end.state().equals(DirectiveState.LIFTED.name()),
        answered);
  }

  private static Round round(List<RoundLine> lines) {
    RoundLine first = lines.getFirst();
    RoundLine end =
        lines.stream().filter(line -> !line.state().equals("OPEN")).findFirst().orElse(null);
    return new Round(
        first.round(),
        first.group(),
        first.initiative(),
        first.from(),
        end == null ? null : end.from(),
        end == null ? "OPEN" : end.state());
  }
}
