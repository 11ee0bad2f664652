package nl.korf.service.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.map.Birth;
import nl.korf.model.map.MapLayout;
import nl.korf.model.map.NodeKind;
import nl.korf.model.map.Place;
import nl.korf.projections.map.KnownMap;
import nl.korf.projections.map.KnownMap.Faceted;
import nl.korf.projections.map.KnownMap.Named;
import nl.korf.projections.map.KnownMap.PartyBirth;
import nl.korf.projections.map.Period;
import nl.korf.service.map.MapColumns.EdgeColumns;
import nl.korf.service.map.MapColumns.NodeColumns;
import nl.korf.service.map.MapColumns.PowerColumns;
import nl.korf.service.map.MapColumns.SpanColumns;
import org.jspecify.annotations.Nullable;

/** Puts what is known in the columns of the map. */
final class Columns {

  /** Bars of the time bar. */
  static final int SLICES = 120;

  private static final double HUNDREDTHS = 100;

  private final KnownMap known;
  private final Map<String, Named> names;
  private final Map<String, Long> partySince;
  private final Map<String, Integer> facets;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Map<String, List<Spans.Span>> spans;
  private final List<Edges.Edge> edges;
  private final long start;
  private final long end;

  /**
   * Of what was known at a position.
   *
   * @param ledger its name, for what belongs to no organisation
   * @param recordedAt of that position, in seconds
   */
  Columns(KnownMap known, String ledger, long recordedAt) {
    this.known = known;
    this.names = Nodes.names(known, ledger);
    this.partySince =
        known.parties().stream().collect(Collectors.toMap(PartyBirth::party, PartyBirth::since));
    this.facets =
        known.faceted().stream()
            .collect(Collectors.toMap(one -> "initiative:" + one.initiative(), Faceted::facets));
    this.spans = Spans.of(known);
    this.edges = Edges.of(known.mandates());
    this.start =
        Stream.of(
                spans.values().stream().flatMap(List::stream).map(span -> span.period().from()),
                edges.stream().map(edge -> edge.period().from()),
                known.decisionsTaken().stream())
            .flatMap(times -> times)
            .mapToLong(Long::longValue)
            .min()
            .orElse(recordedAt);
    this.end = Math.max(recordedAt, start + 1);
  }

  /**
   * The columns.
   *
   * @param layout of everything born up to the position, and perhaps later
   */
  MapColumns of(MapLayout layout, long position, int viewVersion, @Nullable String viewHash) {
    NodeColumns nodes = nodes(layout, position);
    PowerColumns powers = powers();
    return new MapColumns(
        position,
        layout.epoch(),
        viewVersion,
        viewHash,
        start,
        end,
        decisions(),
        nodes,
        spanColumns(),
        edgeColumns(powers.id()),
        powers);
  }

  private NodeColumns nodes(MapLayout layout, long position) {
    Map<String, Integer> latest = new HashMap<>();
    for (int i = 0; i < layout.births().size(); i++) {
      if (layout.births().get(i).born() <= position) {
        latest.put(layout.births().get(i).id(), i);
      }
    }
    NodeColumns columns =
        new NodeColumns(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    latest.values().stream()
        .sorted()
        .forEach(i -> add(columns, layout.births().get(i), layout.places().get(i)));
    return columns;
  }

  private void add(NodeColumns columns, Birth birth, Place place) {
    int index = columns.id().size();
    int parent = indexes.getOrDefault(String.valueOf(birth.parent()), -1);
    Named named = names.get(birth.id());
    indexes.put(birth.id(), index);
    columns.id().add(birth.id());
    columns.kind().add(number(birth.kind()));
    columns.parent().add(parent);
    columns.x().add(rounded(place.x()));
    columns.y().add(rounded(place.y()));
    columns.r().add(rounded(place.r()));
    columns.born().add(birth.born());
    columns.facets().add(facets.getOrDefault(birth.id(), 0));
    columns.nl().add(named == null ? null : named.nl());
    columns.en().add(named == null ? null : named.en());
    long since = since(birth, named);
    columns.since().add(since);
    // what contains something is there as soon as that is
    for (int at = parent; at >= 0; at = columns.parent().get(at)) {
      columns.since().set(at, Math.min(since, columns.since().get(at)));
    }
  }

  private long since(Birth birth, @Nullable Named named) {
    return switch (birth.kind()) {
      case HOLDER -> partySince.getOrDefault(birth.id(), end) - start;
      case DISC ->
          named == null || birth.id().startsWith("office:") ? end - start : named.since() - start;
      case INITIATIVE -> named == null ? end - start : named.since() - start;
      case ISLAND -> end - start;
    };
  }

  private static int number(NodeKind kind) {
    return switch (kind) {
      case ISLAND -> MapColumns.ISLAND;
      case DISC -> MapColumns.DISC;
      case INITIATIVE -> MapColumns.INITIATIVE;
      case HOLDER -> MapColumns.HOLDER;
    };
  }

  private static double rounded(double value) {
    return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
  }

  private SpanColumns spanColumns() {
    SpanColumns columns =
        new SpanColumns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    spans.entrySet().stream()
        .filter(each -> indexes.containsKey("initiative:" + each.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> {
          for (Spans.Span span : each.getValue()) {
            columns.node().add(indexes.get("initiative:" + each.getKey()));
            columns.state().add(span.state().number());
            columns.from().add(span.period().from() - start);
            columns.lasts().add(lasts(span.period()));
          }
        });
    return columns;
  }

  private PowerColumns powers() {
    Map<String, Named> names =
        known.powers().stream().collect(Collectors.toMap(Named::id, Function.identity()));
    PowerColumns columns =
        new PowerColumns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    edges.stream()
        .map(Edges.Edge::power)
        .distinct()
        .sorted()
        .forEach(power -> {
          Named named = names.get(power);
          columns.id().add(power);
          columns.nl().add(named == null ? null : named.nl());
          columns.en().add(named == null ? null : named.en());
        });
    return columns;
  }

  private EdgeColumns edgeColumns(List<String> powers) {
    EdgeColumns columns =
        new EdgeColumns(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (Edges.Edge edge : edges) {
      Integer grantor = indexes.get(edge.grantor());
      Integer holder = indexes.get(edge.holder());
      if (grantor != null && holder != null) {
        columns.mandate().add(edge.mandate());
        columns.grantor().add(grantor);
        columns.holder().add(holder);
        columns.power().add(powers.indexOf(edge.power()));
        columns.from().add(edge.period().from() - start);
        columns.lasts().add(lasts(edge.period()));
      }
    }
    return columns;
  }

  private static long lasts(Period period) {
    return period.until() == Period.OPEN ? 0 : period.until() - period.from();
  }

  private List<Integer> decisions() {
    Integer[] slices = new Integer[SLICES];
    Arrays.fill(slices, 0);
    for (long taken : known.decisionsTaken()) {
      if (taken <= end) {
        long slice = (taken - start) * SLICES / (end - start);
        slices[(int) Math.min(SLICES - 1, slice)]++;
      }
    }
    return List.of(slices);
  }
}
