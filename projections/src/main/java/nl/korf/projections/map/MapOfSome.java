package nl.korf.projections.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.Reads;
import nl.korf.projections.Reads.LineReader;
import nl.korf.projections.map.KnownMap.ObjectionPeriod;

/**
 * Asks the read models for what tells how some initiatives stand: {@link MapRows} for a few, by
 * indexes. Safe from any thread.
 */
public final class MapOfSome {

  /** The initiatives that rounds of a list are about. */
  private static final String OF_ROUNDS =
      """
      select distinct initiative from {schema}.round
      where entity = any (?) and initiative is not null
      """;

  /** The initiatives that decisions of a list are about, or decisions in whose place they came. */
  private static final String OF_DECISIONS =
      """
      select distinct initiative from {schema}.decision
      where initiative is not null and entity = any (
        select unnest(?::text[])
        union all
        select 'decision/' || decision from {schema}.supersession where by_decision = any (?))
      """;

  private static final String INITIATIVES =
      " from {schema}.initiative where entity = any (?) and" + MapRows.KNOWN;

  private static final String ROUNDS =
      " from {schema}.round where initiative = any (?) and" + MapRows.KNOWN;

  private static final String OBJECTIONS =
      " from {schema}.objection where state in ('RAISED', 'SUSTAINED')"
          + " and round = any (select round from {schema}.round where initiative = any (?)) and"
          + MapRows.KNOWN;

  private static final String THEIR_DECISIONS =
      "select decision from {schema}.decision where initiative = any (?)";

  private static final String DECISIONS =
      " from {schema}.decision where (initiative = any (?) or entity = any ("
          + "select 'decision/' || by_decision from {schema}.supersession where decision = any ("
          + THEIR_DECISIONS
          + "))) and"
          + MapRows.KNOWN;

  private static final String SUPERSESSIONS =
      " from {schema}.supersession where decision = any ("
          + THEIR_DECISIONS
          + ") and"
          + MapRows.KNOWN;

  private final Reads reads;

  public MapOfSome(Reads reads) {
    this.reads = reads;
  }

  /**
   * What tells how initiatives stood, as known at a position; without places, names and mandates.
   *
   * @param initiatives by their ids, and those that {@code rounds} and {@code decisions} are about
   */
  public KnownMap at(
      Collection<String> initiatives,
      Collection<String> rounds,
      Collection<String> decisions,
      long position) {
    TreeSet<String> all = new TreeSet<>(initiatives);
    if (!rounds.isEmpty()) {
      List<String[]> values = Collections.singletonList(keys("round/", rounds));
      all.addAll(reads.ask(ReadModel.ROUNDS, OF_ROUNDS, values, line -> line.getString(1)));
    }
    if (!decisions.isEmpty()) {
      List<String[]> values =
          List.of(keys("decision/", decisions), decisions.toArray(String[]::new));
      all.addAll(reads.ask(ReadModel.DECISIONS, OF_DECISIONS, values, line -> line.getString(1)));
    }
    String[] names = all.toArray(String[]::new);
    return new Questions(names, position).known();
  }

  private static String[] keys(String prefix, Collection<String> ids) {
    return ids.stream().map(id -> prefix + id).toArray(String[]::new);
  }

  private final class Questions {
    private final String[] initiatives;
    private final long position;

    Questions(String[] initiatives, long position) {
      this.initiatives = initiatives;
      this.position = position;
    }

    KnownMap known() {
      return new KnownMap(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          ask(
              ReadModel.INITIATIVES,
              MapRows.INITIATIVE,
              INITIATIVES,
              keys("initiative/", List.of(initiatives)),
              MapRows::initiative),
          ask(ReadModel.ROUNDS, MapRows.ROUND, ROUNDS, initiatives, MapRows::round),
          ask(
              ReadModel.ROUNDS,
              "round",
              OBJECTIONS,
              initiatives,
              line -> new ObjectionPeriod(line.getString(1), MapRows.period(line))),
          ask(ReadModel.DECISIONS, MapRows.DECISION, DECISIONS, initiatives, MapRows::decision),
          ask(
              ReadModel.DECISIONS,
              MapRows.SUPERSESSION,
              SUPERSESSIONS,
              initiatives,
              MapRows::supersession),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }

    private <T> List<T> ask(
        ReadModel model, String columns, String from, String[] names, LineReader<T> reader) {
      String order = " order by entity, effective_from";
      List<Object> values = new ArrayList<>();
      long places = from.chars().filter(c -> c == '?').count();
      for (long i = 0; i < places - 2; i++) {
        values.add(names);
      }
      values.add(position);
      values.add(position);
      return reads.ask(
          model, "select " + columns + ", " + MapRows.PERIOD + from + order, values, reader);
    }
  }
}
