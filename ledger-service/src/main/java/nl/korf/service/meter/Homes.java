package nl.korf.service.meter;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.projections.pyramid.KnownPyramid;
import nl.korf.projections.pyramid.KnownPyramid.BodyLine;
import nl.korf.projections.pyramid.KnownPyramid.DecisionLine;
import nl.korf.projections.pyramid.KnownPyramid.GroupLine;
import nl.korf.service.meter.Things.Directive;
import nl.korf.service.meter.Things.Initiative;
import nl.korf.service.meter.Things.Round;
import org.jspecify.annotations.Nullable;

/**
 * To which organisation things belong, as groups and bodies stand on an instant: that of the group
 * whose work it is, or of the nearest group above it that has one; else the principal.
 */
final class Homes {

  private final Things things;
  private final Instant on;
  private final Map<String, List<GroupLine>> groups;
  private final Map<String, List<BodyLine>> bodies;
  private final Map<String, String> ofGroup = new HashMap<>();

  Homes(KnownPyramid known, Things things, Instant on) {
    this.things = things;
    this.on = on;
    this.groups = Things.byId(known.groups(), GroupLine::group);
    this.bodies = Things.byId(known.bodies(), BodyLine::body);
  }

  @Nullable String of(DecisionLine decision) {
    Party decidedFor = decision.decidedFor() == null ? null : Party.parse(decision.decidedFor());
    String home =
        decidedFor == null
            ? null
            : switch (decidedFor.kind()) {
              case GROUP -> ofGroup(decidedFor.id());
              case BODY -> decidedFor.id();
              case PERSON, ROLE -> null;
            };
    Initiative about =
        decision.initiative() == null ? null : things.initiatives().get(decision.initiative());
    if (home == null && about != null) {
      home = of(about);
    }
    return home == null ? decision.principal() : home;
  }

  @Nullable String of(Directive directive) {
    String home = directive.group() == null ? null : ofGroup(directive.group());
    return home == null ? directive.principal() : home;
  }

  @Nullable String of(Round round) {
    return ofGroup(round.group());
  }

  @Nullable String of(Initiative initiative) {
    return ofGroup(initiative.owner(on));
  }

  private @Nullable String ofGroup(String group) {
    String known = ofGroup.get(group);
    if (known != null) {
      return known;
    }
    Set<String> below = new HashSet<>();
    @Nullable String at = group;
    while (at != null && below.add(at)) {
      List<GroupLine> lines = groups.get(at);
      if (lines == null) {
        return null;
      }
      GroupLine line = Things.at(lines, GroupLine::from, on);
      if (line.organisation() != null) {
        ofGroup.put(group, line.organisation());
        return line.organisation();
      }
      at = line.parent();
    }
    return null;
  }

  /** Whether a body is the organisation, or below it. */
  boolean within(@Nullable String body, String organisation) {
    return above(body).contains(organisation);
  }

  /** Whether it is known at all. */
  boolean knows(BodyId body) {
    return bodies.containsKey(body.value());
  }

  /** Every organisation something belongs to, with those above it, and their names. */
  Map<String, @Nullable LocalizedText> organisations() {
    Map<String, @Nullable LocalizedText> all = new TreeMap<>();
    Stream.of(
            things.decisions().stream().map(this::of),
            things.directives().stream().map(this::of),
            things.rounds().values().stream().map(this::of),
            things.initiatives().values().stream().map(this::of))
        .flatMap(homes -> homes)
        .distinct()
        .forEach(home -> above(home).forEach(body -> all.put(body, name(body))));
    return all;
  }

  private @Nullable LocalizedText name(String body) {
    List<BodyLine> lines = bodies.get(body);
    BodyLine line = lines == null ? null : Things.at(lines, BodyLine::from, on);
    return line == null ? null : new LocalizedText(line.nl(), line.en());
  }

  /** A body and those it is below; none for null. */
  private Set<String> above(@Nullable String body) {
    Set<String> above = new HashSet<>();
    @Nullable String at = body;
    while (at != null && above.add(at)) {
      List<BodyLine> lines = bodies.get(at);
      at = lines == null ? null : Things.at(lines, BodyLine::from, on).parent();
    }
    return above;
  }
}
