package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.korf.eventstore.BinaryRows;
import nl.korf.model.view.CanonicalRows;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The entities a follower has at hand, the least recently used dropped first. What is missing is
 * read from the generation's own tables, many at once.
 */
final class Entities {

  /** Most facts kept in memory for all entities together, in case a late one is about one. */
  static final int FACTS_KEPT_MAX = 50_000;

  private final Generation generation;
  private final int max;
  private boolean loading;
  private int factsKept;
  private final Map<String, Entity> cached = new LinkedHashMap<>(16, 0.75f, true);
  private boolean complete;

  /**
   * @param complete whether no fact was folded yet, so that what is not here is nowhere
   */
  Entities(Generation generation, int max, boolean complete) {
    this.generation = generation;
    this.max = max;
    this.complete = complete;
  }

  /** The entities of a generation being loaded: all of them are kept, since they are only here. */
  static Entities loading(Generation generation, int max) {
    Entities entities = new Entities(generation, max, true);
    entities.loading = true;
    return entities;
  }

  /** Makes sure that all of these can be {@link #get got}. */
  void fetch(Connection connection, Collection<String> names) throws SQLException {
    List<String> missing = names.stream().filter(name -> !cached.containsKey(name)).toList();
    if (missing.isEmpty()) {
      return;
    }
    if (loading) {
      missing.forEach(name -> cached.put(name, Entity.loading(name)));
      return;
    }
    Map<String, Life> lives = complete ? Map.of() : lives(connection, missing);
    Map<String, List<HeldRow>> rows = rows(connection, lives.keySet());
    for (String name : missing) {
      cached.put(name, entity(name, lives.get(name), rows.getOrDefault(name, List.of())));
    }
  }

  Entity get(String name) {
    return Objects.requireNonNull(cached.get(name), name);
  }

  int size() {
    return cached.size();
  }

  /** The rows of all entities that are known now. */
  Iterable<HeldRow> held() {
    return () -> cached.values().stream().flatMap(entity -> entity.rows().stream()).iterator();
  }

  /** The rows of all entities are written. */
  void loaded() {
    loading = false;
    cached.values().forEach(Entity::loaded);
    trim();
  }

  /** These may keep more facts than before, or fewer. */
  void touched(Collection<Entity> entities) {
    entities.forEach(entity -> factsKept += entity.growth());
    if (factsKept > FACTS_KEPT_MAX) {
      Iterator<Entity> eldest = cached.values().iterator();
      while (factsKept > FACTS_KEPT_MAX / 2 && eldest.hasNext()) {
        forget(eldest.next());
      }
    }
  }

  private void forget(Entity entity) {
    entity.forget();
    factsKept += entity.growth();
  }

  /** Facts kept in memory for all entities together. */
  int factsKept() {
    return factsKept;
  }

  /** Drops what is too much; only between batches. */
  void trim() {
    if (loading) {
      return;
    }
    Iterator<Entity> eldest = cached.values().iterator();
    while (cached.size() > max && eldest.hasNext()) {
      forget(eldest.next());
      eldest.remove();
      complete = false;
    }
  }

  /** Positions of the facts about an entity that are written, in order. */
  List<Long> positions(Connection connection, String name) throws SQLException {
    if (loading) {
      return get(name).positions();
    }
    String sql =
        "select position from %s.change where entity = ? order by position"
            .formatted(generation.schema());
    List<Long> positions = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          positions.add(row.getLong(1));
        }
      }
    }
    return positions;
  }

  private static Entity entity(String name, @Nullable Life life, List<HeldRow> rows) {
    if (life == null) {
      return Entity.unheardOf(name);
    }
    List<Segment> segments = rows.stream().map(HeldRow::segment).toList();
    return Entity.loaded(name, new Timeline(segments, life.unfoldedTo()), rows, life.born());
  }

  /** When the timeline of an entity was unfolded last, and which fact was the first about it. */
  private record Life(Instant unfoldedTo, long born) {}

  private Map<String, Life> lives(Connection connection, List<String> names) throws SQLException {
    String sql =
        """
        select wanted.entity, latest.last_step_at, first.position
        from unnest(?::text[]) wanted(entity)
        cross join lateral (
          select last_step_at from %1$s.change where entity = wanted.entity
          order by position desc limit 1) latest
        cross join lateral (
          select position from %1$s.change where entity = wanted.entity
          order by position limit 1) first
        """
            .formatted(generation.schema());
    Map<String, Life> lives = new HashMap<>();
    try (PreparedStatement statement = BinaryRows.prepare(connection, sql)) {
      statement.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lives.put(
              row.getString(1),
              new Life(row.getObject(2, OffsetDateTime.class).toInstant(), row.getLong(3)));
        }
      }
    }
    return lives;
  }

  private Map<String, List<HeldRow>> rows(Connection connection, Collection<String> names)
      throws SQLException {
    Map<String, List<HeldRow>> rows = new HashMap<>();
    Map<RowTable, List<String>> byTable =
        names.stream().collect(Collectors.groupingBy(RowTable::of));
    for (var wanted : byTable.entrySet()) {
      read(connection, wanted.getKey(), wanted.getValue(), rows);
    }
    return rows;
  }

  private void read(
      Connection connection, RowTable table, List<String> names, Map<String, List<HeldRow>> rows)
      throws SQLException {
    String sql =
        """
        select entity, known_from, effective_from, nullif(effective_until, 'infinity'), row, born
        from %s.%s where entity = any(?) and known_until = 9223372036854775807
        order by entity, effective_from
        """
            .formatted(generation.schema(), table.table());
    try (PreparedStatement statement = BinaryRows.prepare(connection, sql)) {
      statement.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(held(table, row));
        }
      }
    }
  }

  private static HeldRow held(RowTable table, ResultSet row) throws SQLException {
    byte[] bytes = row.getBytes(5);
    OffsetDateTime until = row.getObject(4, OffsetDateTime.class);
    Segment segment =
        new Segment(
            CanonicalRows.read(table.type(), bytes),
            row.getObject(3, OffsetDateTime.class).toInstant(),
            until == null ? null : until.toInstant());
    return HeldRow.stored(segment, bytes, row.getLong(2), row.getLong(6));
  }
}
