package nl.korf.service.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of one of the ledger's own tables, with the place it was read from.
 *
 * @param file within the folder
 * @param line where it starts, from 1
 * @param values by column of the table; an empty value is not in the map
 * @param columns column of the table -> column of the file
 * @param attributes what the source says besides, kept with the row's facts
 * @param endAttributes the same, kept with the fact that ends the row's period
 * @param present whether the row tells what holds now, without saying since when
 * @param zone in which a date without time begins
 */
record Row(
    Table table,
    String file,
    long line,
    Map<String, String> values,
    Map<String, String> columns,
    Map<String, String> attributes,
    Map<String, String> endAttributes,
    boolean present,
    ZoneId zone) {

  /** Instants remembered: a plan asks for the same ones again and again, and reading is slow. */
  private static final int INSTANTS_MAX = 100_000;

  private static final Map<String, Instant> INSTANTS = new ConcurrentHashMap<>();

  /** Where it was read from: {@code history.csv:12}. */
  String source() {
    return file + ":" + line;
  }

  String sourceColumn(String column) {
    return columns.getOrDefault(column, column);
  }

  @Nullable String get(String column) {
    return values.get(column);
  }

  boolean has(String column) {
    return values.containsKey(column);
  }

  /** The value of a required column, checked before. */
  String must(String column) {
    String value = values.get(column);
    if (value == null) {
      throw new IllegalStateException("%s has no %s".formatted(source(), column));
    }
    return value;
  }

  boolean yes(String column) {
    return "yes".equals(values.get(column));
  }

  @Nullable Instant moment(String column) {
    String value = values.get(column);
    return value == null ? null : moment(value, zone);
  }

  Optional<BigDecimal> decimal(String column) {
    return Optional.ofNullable(values.get(column)).map(BigDecimal::new);
  }

  int count(String column, int otherwise) {
    String value = values.get(column);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  /** Values separated by semicolons. */
  List<String> list(String column) {
    return split(values.get(column));
  }

  static List<String> split(@Nullable String value) {
    return value == null
        ? List.of()
        : Arrays.stream(value.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** What tells it apart within its table, readable. */
  String key() {
    return table.key.stream()
        .map(column -> values.getOrDefault(column, ""))
        .collect(Collectors.joining("|"));
  }

  /**
   * Reads a date (its first moment in the zone) or an instant.
   *
   * @throws java.time.DateTimeException when it is neither
   */
  static Instant moment(String value, ZoneId zone) {
    return value.indexOf('T') > 0
        ? instant(value)
        : LocalDate.parse(value).atStartOfDay(zone).toInstant();
  }

  private static Instant instant(String value) {
    Instant known = INSTANTS.get(value);
    if (known != null) {
      return known;
    }
    Instant read = OffsetDateTime.parse(value).toInstant();
    if (INSTANTS.size() < INSTANTS_MAX) {
      INSTANTS.put(value, read);
    }
    return read;
  }
}
