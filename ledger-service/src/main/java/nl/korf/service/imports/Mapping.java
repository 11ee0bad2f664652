package nl.korf.service.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a folder become the ledger's own tables.
 *
 * @param set name of the data set; part of the id of every command
 * @param unknownStart what an empty start means: it was so already when the source began
 * @param zone in which a date without time begins
 * @param files by name
 * @param rows facts no file of the folder states, with where in the mapping they stand
 */
record Mapping(
    String set,
    @Nullable Instant unknownStart,
    ZoneId zone,
    Map<String, FileMapping> files,
    List<StatedRow> rows) {

  Mapping {
    files = new TreeMap<>(files);
    rows = List.copyOf(rows);
  }

  /**
   * What a file of the folder is for.
   *
   * @param tables what each row becomes; a row can become several
   * @param leftOut columns that are not recorded, with the reason
   * @param otherwise why a row that fits no table is not recorded; null: such a row is a problem
   * @param notRecorded why nothing of the file is recorded; null: it is
   */
  record FileMapping(
      List<TableMapping> tables,
      Map<String, String> leftOut,
      @Nullable String otherwise,
      @Nullable String notRecorded) {

    FileMapping {
      tables = List.copyOf(tables);
      leftOut = new TreeMap<>(leftOut);
    }

    /** Every column of the file it speaks of. */
    Set<String> columnsNamed() {
      Set<String> named = new LinkedHashSet<>();
      for (TableMapping table : tables) {
        table.columns().values().forEach(value -> named.addAll(value.columns()));
        named.addAll(table.where().keySet());
        named.addAll(table.attributes());
        named.addAll(table.endAttributes());
      }
      named.addAll(leftOut.keySet());
      return named;
    }
  }

  /**
   * How a row of a file becomes a row of a table.
   *
   * @param where only rows whose column has one of these values; {@code *} is any but empty
   * @param present the rows tell what holds now, without saying since when
   * @param columns by column of the table
   * @param attributes columns of the file kept with the row's facts as attributes of the source
   * @param endAttributes the same, for the fact that ends the row's period
   */
  record TableMapping(
      Table table,
      Map<String, List<String>> where,
      boolean present,
      Map<String, ColumnSource> columns,
      List<String> attributes,
      List<String> endAttributes) {

    TableMapping {
      where = Map.copyOf(where);
      columns = Map.copyOf(columns);
      attributes = List.copyOf(attributes);
      endAttributes = List.copyOf(endAttributes);
    }

    boolean takes(Map<String, String> values) {
      return where.entrySet().stream()
          .allMatch(wanted -> {
            String value = values.getOrDefault(wanted.getKey(), "");
            return wanted.getValue().contains(value)
                || (!value.isEmpty() && wanted.getValue().contains("*"));
          });
    }
  }

  /** A row the mapping itself states. */
  record StatedRow(Table table, Map<String, String> values) {
    StatedRow {
      values = Map.copyOf(values);
    }
  }

  /** A folder in the ledger's own tables: each file named after its table, columns as they are. */
  static Mapping own(String set, Set<String> fileNames, Map<String, List<String>> headers) {
    Map<String, FileMapping> files = new TreeMap<>();
    for (String name : fileNames) {
      Table.of(name.replace(".csv", ""))
          .ifPresent(
              table -> files.put(name, ownFile(table, headers.getOrDefault(name, List.of()))));
    }
    return new Mapping(set, null, ZoneId.of("UTC"), files, List.of());
  }

  private static FileMapping ownFile(Table table, List<String> header) {
    Map<String, ColumnSource> columns = new TreeMap<>();
    header.stream()
        .filter(name -> table.column(name).isPresent())
        .forEach(name -> columns.put(name, ColumnSource.column(name)));
    return new FileMapping(
        List.of(new TableMapping(table, Map.of(), false, columns, List.of(), List.of())),
        Map.of(),
        null,
        null);
  }
}
