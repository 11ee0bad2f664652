package nl.korf.service.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.korf.service.imports.CsvFile.Line;
import nl.korf.service.imports.Mapping.FileMapping;
import nl.korf.service.imports.Mapping.StatedRow;
import nl.korf.service.imports.Mapping.TableMapping;
import nl.korf.service.imports.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** Reads a folder whole: files, header lines, cells, and what they say by the mapping. */
final class ImportFolder {

  private final Path folder;
  private final Problems problems;

  ImportFolder(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** The rows of the folder, or null when no mapping fits; {@code problems} may hold more. */
  @Nullable FolderContent read(@Nullable Path mappingFile) {
    Map<String, CsvFile> files = files();
    Mapping mapping = Mappings.choose(folder, mappingFile, files, problems);
    if (mapping == null) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    List<FileAccount> accounts = new ArrayList<>();
    mapping.files().keySet().stream()
        .filter(name -> !Files.exists(folder.resolve(name)))
        .forEach(name ->
            problems.file(
                Kind.FILE, name, "is not in the folder", "add it or take it off the mapping"));
    files.forEach((name, file) -> {
      FileMapping spoken = mapping.files().get(name);
      if (spoken == null) {
        problems.file(
            Kind.FILE,
            name,
            "is not known",
            "name it after a table, map it, or list it in the mapping as notRecorded");
      } else if (headerFits(file, spoken)) {
        accounts.add(new FileReader(mapping, file, spoken, rows).read());
      }
    });
    mapping.rows().forEach(stated -> rows.add(row(mapping, stated)));
    return FolderContent.of(mapping, rows, accounts);
  }

  private Map<String, CsvFile> files() {
    Map<String, CsvFile> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      paths
          .filter(path -> path.getFileName().toString().endsWith(".csv"))
          .sorted()
          .forEach(
              path -> CsvFile.read(path, problems).ifPresent(file -> files.put(file.name(), file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    return files;
  }

  private boolean headerFits(CsvFile file, FileMapping spoken) {
    if (spoken.notRecorded() != null) {
      return true;
    }
    Set<String> named = spoken.columnsNamed();
    long before = problems.total();
    named.stream()
        .filter(column -> !file.header().contains(column))
        .forEach(column -> header(file, column, "is missing", "add the column"));
    file.header().stream()
        .filter(column -> !named.contains(column))
        .forEach(column ->
            header(file, column, "is not known", "map it, or list it as leftOut with a reason"));
    for (TableMapping table : spoken.tables()) {
      table.table().columns().values().stream()
          .filter(column -> column.required() && !table.columns().containsKey(column.name()))
          .forEach(column ->
              header(
                  file,
                  column.name(),
                  "is missing",
                  "table %s needs it".formatted(table.table().label())));
    }
    return problems.total() == before;
  }

  private void header(CsvFile file, String column, String what, String todo) {
    problems.add(new Problem(Kind.HEADER, file.name(), 1, column, null, what, todo));
  }

  private static Row row(Mapping mapping, StatedRow stated) {
    return new Row(
        stated.table(),
        "mapping of " + mapping.set(),
        0,
        stated.values(),
        Map.of(),
        Map.of(),
        Map.of(),
        false,
        mapping.zone());
  }

  /** Turns the lines of one file into rows of tables. */
  private final class FileReader {
    private final Mapping mapping;
    private final CsvFile file;
    private final FileMapping spoken;
    private final List<Row> rows;

    FileReader(Mapping mapping, CsvFile file, FileMapping spoken, List<Row> rows) {
      this.mapping = mapping;
      this.file = file;
      this.spoken = spoken;
      this.rows = rows;
    }

    FileAccount read() {
      long all = file.lines().size();
      if (spoken.notRecorded() != null) {
        return new FileAccount(file.name(), all, 0, Map.of(spoken.notRecorded(), all), Map.of());
      }
      long taken = file.lines().stream().filter(this::take).count();
      Map<String, Long> rest =
          all == taken || spoken.otherwise() == null
              ? Map.of()
              : Map.of(spoken.otherwise(), all - taken);
      return new FileAccount(file.name(), all, taken, rest, spoken.leftOut());
    }

    private boolean take(Line line) {
      Map<String, String> values = file.values(line);
      boolean taken = false;
      for (TableMapping table : spoken.tables()) {
        if (table.takes(values)) {
          rows.add(row(table, line, values));
          taken = true;
        }
      }
      if (!taken && spoken.otherwise() == null) {
        problems.add(
            new Problem(
                Kind.WORD,
                file.name(),
                line.number(),
                String.join(", ", spoken.tables().getFirst().where().keySet()),
                null,
                "fits no table of the mapping",
                "add it to the mapping, or say under otherwise why it is not recorded"));
      }
      return taken;
    }

    private Row row(TableMapping table, Line line, Map<String, String> values) {
      Map<String, String> found = new HashMap<>();
      Map<String, String> columns = new HashMap<>();
      table
          .columns()
          .forEach((column, source) -> {
            List<String> from = source.columns();
            String first = from.isEmpty() ? column : from.getFirst();
            columns.put(column, first);
            source
                .value(values)
                .ifPresentOrElse(
                    value -> {
                      if (!value.isEmpty()) {
                        found.put(column, value);
                      }
                    },
                    () -> unlisted(line, first, values.get(first), source));
          });
      return new Row(
          table.table(),
          file.name(),
          line.number(),
          found,
          columns,
          kept(table.attributes(), values),
          kept(table.endAttributes(), values),
          table.present(),
          mapping.zone());
    }

    private void unlisted(Line line, String column, @Nullable String value, ColumnSource source) {
      problems.add(
          new Problem(
              Kind.WORD,
              file.name(),
              line.number(),
              column,
              value,
              "is not among the words of the mapping",
              "use one of "
                  + String.join(", ", source.values().keySet().stream().sorted().toList())));
    }

    private static Map<String, String> kept(List<String> columns, Map<String, String> values) {
      Map<String, String> kept = new LinkedHashMap<>();
      columns.forEach(column -> {
        String value = values.getOrDefault(column, "");
        if (!value.isEmpty()) {
          kept.put(column, value);
        }
      });
      return kept;
    }
  }
}
