package nl.korf.projections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row;
import org.jspecify.annotations.Nullable;

/**
 * A question about the rows in one table, put together by the views and asked once. Names of
 * columns come from the code, values never become part of the SQL. Rows come in the order in which
 * their entities became known, unless another is asked for.
 */
public final class Select<R extends Row> {

  /** Most rows in one piece of a list. */
  public static final int PAGE_ROWS_MAX = 1_000;

  /** Most rows of a list that is given whole. */
  public static final int WHOLE_ROWS_MAX = 10_000;

  /** Conditions an index in some order can end at. */
  static final String BORN = "born <= ?";

  static final String BEGUN = "effective_from <= ?";

  /** What is so or not for most rows near each other in a list, each by itself rather rare. */
  private static final Set<String> TOGETHER =
      Set.of("known_from <= ?", "known_until > ?", BORN, BEGUN, "effective_until > ?");

  /** After the columns of {@link Reads#HELD}. */
  private static final int BORN_COLUMN = 6;

  private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  private final Reads reads;
  private final ReadModel model;
  private final String table;
  private final Class<R> type;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private Order order = Order.BIRTH;

  Select(Reads reads, ReadModel model, String table, Class<R> type) {
    this.reads = reads;
    this.model = model;
    this.table = table;
    this.type = type;
  }

  /** What was known after the position and in force on the instant. */
  public Select<R> asOf(AsOf asOf) {
    knownAt(asOf.position());
    return and(BEGUN, asOf.on()).and("effective_until > ?", asOf.on());
  }

  /** What was known after the position, about all times. */
  public Select<R> knownAt(long position) {
    // what was born later cannot have been known: this ends a walk through an index by birth
    return and("known_from <= ?", position).and("known_until > ?", position).and(BORN, position);
  }

  /** Only where the column has this value; null leaves the question as it is. */
  public Select<R> where(String column, @Nullable Object value) {
    return value == null ? this : and(column + " = ?", value);
  }

  /** Only where the column has one of these values. */
  public Select<R> whereIn(String column, Collection<?> any) {
    return and(column + " = any(?)", any.stream().map(Object::toString).toArray(String[]::new));
  }

  /**
   * Only where a condition of one's own holds.
   *
   * @param condition with {@code {schema}} wherever the read model's schema belongs, and a question
   *     mark for each value
   */
  public Select<R> having(String condition, List<?> its) {
    conditions.add("(" + condition + ")");
    values.addAll(its);
    return this;
  }

  /**
   * Only where a title begins so, in either language; null leaves the question as it is.
   *
   * @throws UnfitValue when it holds a control character, which no title does
   */
  public Select<R> titled(@Nullable String beginning) {
    if (beginning == null || beginning.isEmpty()) {
      return this;
    }
    if (beginning.chars().anyMatch(Character::isISOControl)) {
      throw new UnfitValue("a title holds no control characters", null);
    }
    String low = beginning.toLowerCase(Locale.ROOT);
    conditions.add("(title_nl >= ? and title_nl < ? or title_en >= ? and title_en < ?)");
    values.addAll(List.of(low, low + LAST_CHARACTER, low, low + LAST_CHARACTER));
    return this;
  }

  /** The latest in force first, instead of in order of birth. */
  public Select<R> newestFirst() {
    order = Order.NEWEST_FIRST;
    return this;
  }

  /** Decisions: the one that works last first, instead of in order of birth. */
  public Select<R> worksLastFirst() {
    order = Order.WORKS_LAST_FIRST;
    return this;
  }

  /** The earliest in force first, instead of in order of birth. */
  public Select<R> oldestFirst() {
    order = Order.OLDEST_FIRST;
    return this;
  }

  /** The one row there is, or the first. */
  public Optional<Held<R>> first() {
    return ask(1).stream().findFirst();
  }

  /**
   * All rows.
   *
   * @throws IllegalStateException when there are more than {@value #WHOLE_ROWS_MAX}: a part would
   *     be taken for the whole
   */
  public List<Held<R>> all() {
    return whole(ask(WHOLE_ROWS_MAX + 1));
  }

  /** The entities of all rows, each once, in no order of meaning; as many as {@link #all} gives. */
  public List<String> entities() {
    String sql =
        "select distinct entity from {schema}.%s where %s limit %d"
            .formatted(table, String.join(" and ", conditions), WHOLE_ROWS_MAX + 1);
    return whole(reads.ask(model, sql, values, line -> line.getString(1)));
  }

  private <T> List<T> whole(List<T> found) {
    if (found.size() > WHOLE_ROWS_MAX) {
      throw new IllegalStateException(
          "More than %d rows of %s are asked for as a whole".formatted(WHOLE_ROWS_MAX, table));
    }
    return found;
  }

  /**
   * A piece of the list.
   *
   * @param cursor where the piece before ended, null for the first
   * @param limit 1 to {@value #PAGE_ROWS_MAX} rows
   * @throws BadCursor when the cursor is none of this list
   * @throws IllegalArgumentException when the limit is out of bounds
   */
  public Page<Held<R>> page(@Nullable String cursor, int limit) {
    if (limit < 1 || limit > PAGE_ROWS_MAX) {
      throw new IllegalArgumentException(
          "a page has 1 to %d rows, not %d".formatted(PAGE_ROWS_MAX, limit));
    }
    if (cursor != null) {
      conditions.add(order.after());
      values.addAll(order.read(table, cursor));
    }
    List<Placed<R>> found =
        ask(
            Reads.HELD + ", born",
            inOrder(),
            limit + 1,
            line -> new Placed<>(Reads.held(type, line), line.getLong(BORN_COLUMN)));
    List<Held<R>> shown = found.stream().limit(limit).map(Placed::held).toList();
    if (found.size() <= limit) {
      return new Page<>(shown, null);
    }
    return new Page<>(shown, order.cursor(table, shown.getLast(), found.get(limit - 1).born()));
  }

  /** How many rows there are of each value of a column. */
  public Map<String, Long> countBy(String column) {
    String sql =
        "select %1$s, count(*) from {schema}.%2$s where %3$s group by 1 order by 1"
            .formatted(column, table, String.join(" and ", conditions));
    Map<String, Long> counts = new LinkedHashMap<>();
    reads.ask(
        model, sql, values, line -> counts.put(String.valueOf(line.getString(1)), line.getLong(2)));
    return counts;
  }

  private Select<R> and(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
    return this;
  }

  /**
   * The conditions so put that the planner walks through an index in the order of the list. It
   * takes what was known and in force to be independent of each other and of birth, expects next to
   * nothing to match about an early moment, and would rather sort all there is. A condition in a
   * case is neither estimated nor used but as a filter.
   */
  private String inOrder() {
    return conditions.stream()
        .map(condition ->
            TOGETHER.contains(condition) && !order.endsAt(condition)
                ? "case when %s then true else false end".formatted(condition)
                : condition)
        .collect(Collectors.joining(" and "));
  }

  /** A row with its place in the order of birth. */
  private record Placed<R extends Row>(Held<R> held, long born) {}

  private List<Held<R>> ask(int limit) {
    return ask(Reads.HELD, String.join(" and ", conditions), limit, line -> Reads.held(type, line));
  }

  private <T> List<T> ask(String columns, String where, int limit, Reads.LineReader<T> reader) {
    String sql =
        "select %s from {schema}.%s where %s order by %s limit %d"
            .formatted(columns, table, where, order.columns(), limit);
    return reads.ask(model, sql, values, reader);
  }
}
