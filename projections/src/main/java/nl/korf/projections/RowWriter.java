package nl.korf.projections;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.korf.model.view.MultisetHash;

/**
 * Writes what a batch changed, with the position it stands for, in one transaction of few
 * statements, however many rows. The caller commits.
 */
final class RowWriter {

  /**
   * Called before every statement: a build that is in no hurry rests here, and a test breaks the
   * write here.
   */
  @FunctionalInterface
  interface Interruption {
    void before(String statement) throws SQLException;

    Interruption NONE = _ -> {};
  }

  /** Rows still held that are sent in one go at the end of a load. */
  private static final int HELD_ROWS_MAX = 1_000;

  private final Connection connection;
  private final Generation generation;
  private final Interruption interruption;

  RowWriter(Connection connection, Generation generation, Interruption interruption) {
    this.connection = connection;
    this.generation = generation;
    this.interruption = interruption;
  }

  /**
   * Writes, without committing.
   *
   * @param from position the follower believes to stand at
   * @param to position after the batch
   * @throws Superseded when the generation stands elsewhere or is retired: nothing may be written
   */
  void write(long from, long to, Changes changes, MultisetHash hash) throws SQLException {
    interruption.before("advance");
    Control.advance(connection, generation, from, to);
    if (changes.isEmpty()) {
      return;
    }
    // rows end before others begin: at most one row is known now for an entity and a start
    for (var table : byTable(changes.closed()).entrySet()) {
      interruption.before("close " + table.getKey());
      close(table.getKey(), table.getValue());
    }
    for (var table : byTable(changes.opened()).entrySet()) {
      interruption.before("open " + table.getKey());
      open(table.getKey(), table.getValue());
    }
    interruption.before("concern");
    concern(changes.concerned());
    if (!changes.hashed().isEmpty()) {
      interruption.before("digest");
      digest(changes.hashed());
      interruption.before("hash");
      remember(to, hash);
    }
    interruption.before("commit");
  }

  /**
   * Writes what ended in a batch, and no row that is still held, without committing: for a
   * generation being loaded.
   *
   * @throws Superseded as {@link #write}
   */
  void load(long from, long to, Changes changes) throws SQLException {
    interruption.before("load advance");
    Control.advance(connection, generation, from, to);
    if (changes.isEmpty()) {
      return;
    }
    for (var table : byTable(changes.ended()).entrySet()) {
      interruption.before("load " + table.getKey());
      open(table.getKey(), table.getValue());
    }
    interruption.before("load concern");
    concern(changes.concerned());
    interruption.before("load digest");
    digest(changes.hashed());
    interruption.before("load commit");
  }

  /** Writes rows that are still held, many at a time, without committing. */
  void loadHeld(Iterable<HeldRow> rows) throws SQLException {
    List<HeldRow> some = new ArrayList<>();
    Iterator<HeldRow> held = rows.iterator();
    while (held.hasNext()) {
      some.add(held.next());
      if (some.size() == HELD_ROWS_MAX || !held.hasNext()) {
        for (var table : byTable(some).entrySet()) {
          interruption.before("load held " + table.getKey());
          open(table.getKey(), table.getValue());
        }
        some.clear();
      }
    }
  }

  /** Called when the caller has committed; a test breaks off here. */
  void committed() throws SQLException {
    interruption.before("committed");
  }

  /** The hash as of the position the generation stands at. */
  MultisetHash storedHash() throws SQLException {
    String sql = "select state from " + in("hash");
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? MultisetHash.from(row.getBytes(1)) : new MultisetHash();
    }
  }

  private static Map<RowTable, List<HeldRow>> byTable(List<HeldRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> RowTable.of(row.segment().row()),
                () -> new EnumMap<>(RowTable.class),
                Collectors.toList()));
  }

  private void open(RowTable table, List<HeldRow> rows) throws SQLException {
    CopyRows copy = new CopyRows(in(table.table()), table.columns());
    for (HeldRow row : rows) {
      copy.row().value(row.segment().row().entity());
      RowTable.keys(row.segment().row()).forEach(copy::value);
      copy.number(row.knownFrom())
          .number(row.knownUntil())
          .instant(row.segment().from())
          .instant(row.segment().until())
          .number(row.born())
          .bytes(row.bytes());
    }
    copy.send(connection);
  }

  private void close(RowTable table, List<HeldRow> rows) throws SQLException {
    String sql =
        """
        update %s held set known_until = ended.known_until
        from unnest(?::text[], ?::timestamptz[], ?::bigint[])
          ended(entity, effective_from, known_until)
        where held.entity = ended.entity and held.effective_from = ended.effective_from
          and held.known_until = 9223372036854775807
        """
            .formatted(in(table.table()));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, array("text", rows, row -> row.segment().row().entity()));
      statement.setArray(2, array("timestamptz", rows, row -> row.segment().from().toString()));
      statement.setArray(3, array("bigint", rows, HeldRow::knownUntil));
      int closed = statement.executeUpdate();
      if (closed != rows.size()) {
        throw new IllegalStateException(
            "%s holds %d of %d rows to close: it was changed from outside; rebuild it"
                .formatted(in(table.table()), closed, rows.size()));
      }
    }
  }

  private void concern(List<Changes.Concerned> concerned) throws SQLException {
    CopyRows copy = new CopyRows(in("change"), "entity, position, last_step_at");
    for (Changes.Concerned one : concerned) {
      copy.row().value(one.entity()).number(one.position()).instant(one.lastStepAt());
    }
    copy.send(connection);
  }

  private void digest(List<Changes.Hashed> hashed) throws SQLException {
    CopyRows copy = new CopyRows(in("digest"), "position, digest");
    for (Changes.Hashed one : hashed) {
      copy.row().number(one.position()).bytes(one.digest());
    }
    copy.send(connection);
  }

  /** The running sum behind the hash, as of a position. */
  void remember(long position, MultisetHash hash) throws SQLException {
    String sql =
        """
        insert into %s (position, state) values (?, ?)
        on conflict (one) do update set position = excluded.position, state = excluded.state
        """
            .formatted(in("hash"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, position);
      statement.setBytes(2, hash.state());
      statement.executeUpdate();
    }
  }

  private String in(String table) {
    return generation.schema() + "." + table;
  }

  private Array array(String type, List<HeldRow> rows, Function<HeldRow, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }
}
