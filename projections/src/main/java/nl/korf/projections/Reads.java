package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import nl.korf.eventstore.StoreUnreachable;
import nl.korf.model.Identifier;
import nl.korf.model.Party;
import nl.korf.model.view.CanonicalRows;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rows of the read models. Every question names a position and an instant, at head as in
 * the past, and is answered by the same SQL. Safe from any thread; borrows a connection per
 * question. A database that cannot be asked is a {@link StoreUnreachable}.
 */
public final class Reads {

  /** What {@link #held} reads, to be selected by SQL of one's own. */
  public static final String HELD =
      "row, effective_from, nullif(effective_until, 'infinity'), known_from, known_until";

  /** The class of SQL states for values that are none. */
  private static final String DATA_EXCEPTION = "22";

  private final DataSource dataSource;
  private final Function<ReadModel, String> schemas;

  /**
   * Reads of a ledger.
   *
   * @param schemas the schema that answers now, asked for every question: {@link
   *     Projections#schema}
   */
  public Reads(DataSource dataSource, Function<ReadModel, String> schemas) {
    this.dataSource = dataSource;
    this.schemas = schemas;
  }

  /** Reads one line of a result. */
  @FunctionalInterface
  public interface LineReader<T> {
    T read(ResultSet line) throws SQLException;
  }

  /** A question about the rows in one table. */
  public <R extends Row> Select<R> from(ReadModel model, String table, Class<R> type) {
    return new Select<>(this, model, table, type);
  }

  /**
   * Asks with SQL of one's own.
   *
   * <p>An array in it that stands in a question of its own, {@code (select ?::text[])}, is one of
   * unknown length to the planner: otherwise it plans anew for every short one, at several times
   * the price of the answer.
   *
   * @param sql with {@code {schema}} wherever the read model's schema belongs
   * @param values identifiers, parties, enums, instants, or what JDBC knows
   * @throws UnfitValue when the database cannot hold one of the values
   */
  public <T> List<T> ask(ReadModel model, String sql, List<?> values, LineReader<T> reader) {
    return ask(model.name(), sql.replace("{schema}", schemas.apply(model)), values, reader);
  }

  /**
   * Asks several read models with SQL of one's own.
   *
   * @param sql with the name of a read model, {@code {people}}, wherever its schema belongs
   * @param values as in {@link #ask(ReadModel, String, List, LineReader)}
   * @throws UnfitValue when the database cannot hold one of the values
   */
  public <T> List<T> ask(Set<ReadModel> models, String sql, List<?> values, LineReader<T> reader) {
    String asked = sql;
    for (ReadModel model : models) {
      asked =
          asked.replace("{" + model.name().toLowerCase(Locale.ROOT) + "}", schemas.apply(model));
    }
    return ask(models.toString(), asked, values, reader);
  }

  private <T> List<T> ask(String what, String asked, List<?> values, LineReader<T> reader) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(asked)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, plain(values.get(i)));
      }
      try (ResultSet lines = statement.executeQuery()) {
        List<T> answers = new ArrayList<>();
        while (lines.next()) {
          answers.add(reader.read(lines));
        }
        return answers;
      }
    } catch (SQLException failure) {
      throw reason(what, failure);
    }
  }

  private static RuntimeException reason(String what, SQLException failure) {
    String state = failure.getSQLState();
    return state != null && state.startsWith(DATA_EXCEPTION)
        ? new UnfitValue("read " + what + ": " + failure.getMessage(), failure)
        : new StoreUnreachable("read " + what, failure);
  }

  /** The row in the first five columns of a line, selected as {@link #HELD}. */
  public static <R extends Row> Held<R> held(Class<R> type, ResultSet line) throws SQLException {
    return new Held<>(
        CanonicalRows.read(type, line.getBytes(1)),
        line.getObject(2, OffsetDateTime.class).toInstant(),
        instant(line.getObject(3, OffsetDateTime.class)),
        line.getLong(4),
        line.getLong(5));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Identifier id -> id.value();
      case Party party -> party.toString();
      case Enum<?> constant -> constant.name();
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case null, default -> value;
    };
  }
}
