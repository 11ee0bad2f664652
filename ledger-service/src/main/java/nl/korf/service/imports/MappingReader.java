package nl.korf.service.imports;

import java.io.Reader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.korf.service.imports.Mapping.FileMapping;
import nl.korf.service.imports.Mapping.StatedRow;
import nl.korf.service.imports.Mapping.TableMapping;
import nl.korf.service.imports.Problem.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a mapping (YAML; every plain value is text, so {@code no} is the word no). */
final class MappingReader {

  private static final Set<String> TOP =
      Set.of("set", "about", "unknownStart", "zone", "files", "rows");
  private static final Set<String> OF_FILE =
      Set.of("tables", "leftOut", "otherwise", "notRecorded");
  private static final Set<String> OF_TABLE =
      Set.of("table", "where", "present", "columns", "attributes", "endAttributes");
  private static final Set<String> OF_COLUMN = Set.of("from", "is", "values", "contains", "else");
  private static final Pattern SET_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private final String file;
  private final Problems problems;

  MappingReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The mapping, or null when it is broken: then {@code problems} says how. */
  @Nullable Mapping read(Reader yaml) {
    long before = problems.total();
    Object loaded = load(yaml);
    if (!(loaded instanceof Map<?, ?> top)) {
      if (problems.total() == before) {
        wrong("the mapping", "is no list of names and values", "see docs/import-format.md");
      }
      return null;
    }
    Mapping mapping = mapping(texts(top));
    return problems.total() == before ? mapping : null;
  }

  private @Nullable Object load(Reader yaml) {
    LoaderOptions loading = new LoaderOptions();
    loading.setAllowDuplicateKeys(false);
    DumperOptions dumping = new DumperOptions();
    try {
      return new Yaml(
              new SafeConstructor(loading),
              new Representer(dumping),
              dumping,
              loading,
              new TextOnly())
          .load(yaml);
    } catch (MarkedYAMLException e) {
      long line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1L;
      problems.add(
          new Problem(
              Kind.MAPPING, file, line, null, null, "is no YAML: " + e.getProblem(), "correct it"));
    } catch (YAMLException e) {
      wrong("the mapping", "is no YAML: " + e.getMessage(), "correct it");
    }
    return null;
  }

  private Mapping mapping(Map<String, Object> top) {
    known("the mapping", top, TOP);
    String set = text(top, "set", "");
    if (!SET_NAME.matcher(set).matches()) {
      wrong("set", "'%s' is no name of a set".formatted(set), "use a-z 0-9 - and at most 64");
    }
    ZoneId zone = zone(text(top, "zone", "UTC"));
    String start = text(top, "unknownStart", "");
    Map<String, FileMapping> files = new LinkedHashMap<>();
    map(top, "files").forEach((name, value) -> files.put(name, file(name, value)));
    List<StatedRow> rows = new ArrayList<>();
    for (Object row : list(top, "rows")) {
      Map<String, Object> stated = texts(row);
      table(stated, "rows")
          .ifPresent(table -> rows.add(new StatedRow(table, words(stated, "values"))));
    }
    return new Mapping(set, start(start, zone), zone, files, rows);
  }

  private FileMapping file(String name, Object value) {
    Map<String, Object> map = texts(value);
    known(name, map, OF_FILE);
    List<TableMapping> tables = new ArrayList<>();
    for (Object entry : list(map, "tables")) {
      Map<String, Object> table = texts(entry);
      known(name, table, OF_TABLE);
      table(table, name).ifPresent(target -> tables.add(table(name, target, table)));
    }
    String notRecorded = optional(map, "notRecorded");
    if (tables.isEmpty() == (notRecorded == null)) {
      wrong(name, "has neither or both of tables and notRecorded", "give it one of the two");
    }
    return new FileMapping(tables, words(map, "leftOut"), optional(map, "otherwise"), notRecorded);
  }

  private TableMapping table(String name, Table target, Map<String, Object> map) {
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    map(map, "columns")
        .forEach((column, source) -> {
          if (target.column(column).isEmpty()) {
            wrong(
                name,
                "table %s has no column %s".formatted(target.label(), column),
                "use one of " + String.join(", ", target.columns().keySet()));
          }
          columns.put(column, source(name, source));
        });
    target.columns().values().stream()
        .filter(column -> column.required() && !columns.containsKey(column.name()))
        .forEach(column ->
            wrong(
                name,
                "says nothing of %s, which table %s needs".formatted(column.name(), target.label()),
                "map it"));
    Map<String, List<String>> where = new LinkedHashMap<>();
    map(map, "where").forEach((column, values) -> where.put(column, strings(values)));
    return new TableMapping(
        target,
        where,
        text(map, "present", "no").equals("yes"),
        columns,
        strings(map.get("attributes")),
        strings(map.get("endAttributes")));
  }

  private ColumnSource source(String name, Object value) {
    if (!(value instanceof Map<?, ?>)) {
      return ColumnSource.column(String.valueOf(value));
    }
    Map<String, Object> map = texts(value);
    known(name, map, OF_COLUMN);
    String from = optional(map, "from");
    String template = from == null ? text(map, "is", "") : "{" + from + "}";
    return new ColumnSource(
        template, words(map, "values"), words(map, "contains"), optional(map, "else"));
  }

  private java.util.Optional<Table> table(Map<String, Object> map, String where) {
    String word = text(map, "table", "");
    java.util.Optional<Table> table = Table.of(word);
    if (table.isEmpty()) {
      wrong(where, "'%s' is no table".formatted(word), "use one of " + Table.labels());
    }
    return table;
  }

  private ZoneId zone(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      wrong("zone", "'%s' is no time zone".formatted(value), "use a name like Europe/Amsterdam");
      return ZoneId.of("UTC");
    }
  }

  private java.time.@Nullable Instant start(String value, ZoneId zone) {
    try {
      return value.isEmpty() ? null : Row.moment(value, zone);
    } catch (DateTimeException e) {
      wrong("unknownStart", "'%s' is no date or instant".formatted(value), "write 2018-11-04");
      return null;
    }
  }

  private void known(String where, Map<String, Object> map, Set<String> names) {
    map.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name ->
            wrong(
                where,
                "'%s' is not known here".formatted(name),
                "use one of " + String.join(", ", names.stream().sorted().toList())));
  }

  private void wrong(String where, String what, String todo) {
    problems.file(Kind.MAPPING, file, where + ": " + what, todo);
  }

  private static @Nullable String optional(Map<String, Object> map, String key) {
    Object value = map.get(key);
    return value == null ? null : value.toString();
  }

  private static String text(Map<String, Object> map, String key, String otherwise) {
    String value = optional(map, key);
    return value == null ? otherwise : value;
  }

  private static Map<String, Object> map(Map<String, Object> map, String key) {
    return texts(map.get(key));
  }

  private static Map<String, String> words(Map<String, Object> map, String key) {
    Map<String, String> words = new LinkedHashMap<>();
    map(map, key).forEach((name, value) -> words.put(name, value.toString()));
    return words;
  }

  private static List<?> list(Map<String, Object> map, String key) {
    return map.get(key) instanceof List<?> list ? list : List.of();
  }

  private static List<String> strings(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static Map<String, Object> texts(@Nullable Object value) {
    Map<String, Object> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> texts.put(String.valueOf(key), entry == null ? "" : entry));
    }
    return texts;
  }

  /** Takes every plain value as text. */
  private static final class TextOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // none: dates, numbers and yes/no are read by the columns they stand in
    }
  }
}
