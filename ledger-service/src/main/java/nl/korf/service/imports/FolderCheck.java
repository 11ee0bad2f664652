package nl.korf.service.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.korf.model.Identifier;
import nl.korf.model.Party;
import nl.korf.service.imports.Column.Entity;
import nl.korf.service.imports.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** Checks the rows of a folder: forms, keys, references, cycles, periods. Finds all at once. */
final class FolderCheck {

  static final Pattern DECIMAL = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,4}");

  /** Longest id of a person in a source, in characters. */
  private static final int SOURCE_PERSON_MAX = 200;

  private final FolderContent content;
  private final Problems problems;
  private final Map<String, Row> defined = new HashMap<>();
  private final Map<String, List<Reference>> unresolved = new LinkedHashMap<>();

  /** A cell that names something. */
  private record Reference(Row row, String column, String value) {}

  /** What the ledger holds already. */
  interface Known {
    /** Those of the keys ({@code group/tiger-team}) that exist in the ledger. */
    Set<String> among(Set<String> keys);
  }

  FolderCheck(FolderContent content, Problems problems) {
    this.content = content;
    this.problems = problems;
  }

  void run(Known ledger) {
    content.rows().values().forEach(rows -> rows.forEach(this::cells));
    content.rows().forEach(this::keys);
    content.rows().values().forEach(rows -> rows.forEach(this::references));
    Set<String> elsewhere = ledger.among(new TreeSet<>(unresolved.keySet()));
    unresolved.forEach((key, references) -> {
      if (!elsewhere.contains(key)) {
        references.forEach(this::broken);
      }
    });
    cycle(Table.BODIES, "parent");
    cycle(Table.ROLES, "reports_to");
    cycle(Table.ROLES, "specialises");
    cycle(Table.GROUPS, "parent");
    cycle(Table.POWERS, "parent");
    cycle(Table.MANDATES, "parent");
    cycle(Table.MANDATES, "facet_of");
    cycle(Table.MANDATES, "supersedes");
    content.rows().values().forEach(rows -> rows.forEach(this::period));
  }

  private void cells(Row row) {
    for (Column column : row.table().columns().values()) {
      String value = row.get(column.name());
      if (value == null) {
        if (column.required()) {
          problems.cell(
              Kind.MISSING_VALUE,
              row,
              column.name(),
              null,
              "is empty",
              "fill in " + column.type().form);
        }
      } else {
        form(row, column, value);
      }
    }
    RowRules.of(row.table()).forEach(rule -> rule.check(row, problems));
  }

  private void form(Row row, Column column, String value) {
    boolean sound =
        switch (column.type()) {
          case TEXT -> true;
          case ID -> Identifier.isWellFormed(value);
          case SOURCE_PERSON -> value.length() <= SOURCE_PERSON_MAX;
          case PARTY -> isParty(value);
          case MOMENT -> isMoment(row, value);
          case DECIMAL -> DECIMAL.matcher(value).matches();
          case COUNT -> COUNT.matcher(value).matches();
          case WORD -> column.words().contains(value);
          case WORDS -> column.words().containsAll(Row.split(value));
        };
    if (!sound) {
      boolean word = column.type() == Column.Type.WORD || column.type() == Column.Type.WORDS;
      problems.cell(
          word ? Kind.WORD : Kind.FORM,
          row,
          column.name(),
          value,
          word ? "is not a word known here" : "has not the form asked for",
          word ? "use one of " + String.join(", ", column.words()) : "write " + column.type().form);
    }
  }

  private static boolean isParty(String value) {
    try {
      return Party.parse(value) != null;
    } catch (IllegalArgumentException e) {
      return value.startsWith("person:") && value.length() > "person:".length();
    }
  }

  private static boolean isMoment(Row row, String value) {
    try {
      return Row.moment(value, row.zone()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void keys(Table table, List<Row> rows) {
    Map<String, Row> seen = new HashMap<>();
    for (Row row : rows) {
      Row before = seen.putIfAbsent(row.key(), row);
      if (before != null) {
        problems.cell(
            Kind.DUPLICATE,
            row,
            table.key.getFirst(),
            row.key(),
            "stands in %s already".formatted(before.source()),
            "keep one of the two");
      } else if (table.defines != null && row.has("id")) {
        defined.put(table.defines.key(row.must("id")), row);
      }
    }
  }

  private void references(Row row) {
    for (Column column : row.table().columns().values()) {
      String value = row.get(column.name());
      if (value == null) {
        continue;
      }
      if (column.refers() != null) {
        refer(column.refers().key(value), row, column.name(), value);
      } else if (column.type() == Column.Type.PARTY && value.indexOf(':') > 0) {
        refer(value.replaceFirst(":", "/"), row, column.name(), value);
      }
    }
    if (row.table() == Table.INITIATIVE_CHANGES && row.has("value")) {
      Entity named =
          switch (String.valueOf(row.get("field"))) {
            case "owner", "participant" -> Entity.GROUP;
            case "person" -> Entity.PERSON;
            default -> null;
          };
      if (named != null) {
        refer(named.key(row.must("value")), row, "value", row.must("value"));
      }
    }
  }

  private void refer(String key, Row row, String column, String value) {
    if (!defined.containsKey(key)) {
      unresolved
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(new Reference(row, column, value));
    }
  }

  private void broken(Reference reference) {
    problems.cell(
        Kind.REFERENCE,
        reference.row(),
        reference.column(),
        reference.value(),
        "names something that is neither in the folder nor in the ledger",
        "add its row, or correct the value");
  }

  private void cycle(Table table, String column) {
    Map<String, Row> byId = new HashMap<>();
    content.rows(table).stream()
        .filter(row -> row.has("id"))
        .forEach(row -> byId.put(row.must("id"), row));
    UnaryOperator<@Nullable String> up =
        id -> {
          Row row = id == null ? null : byId.get(id);
          return row == null ? null : row.get(column);
        };
    Set<String> cleared = new HashSet<>();
    for (Row row : content.rows(table)) {
      Set<String> path = new HashSet<>();
      String at = row.get("id");
      while (at != null && !cleared.contains(at) && path.add(at)) {
        at = up.apply(at);
      }
      if (at != null && path.contains(at)) {
        Row closing = byId.getOrDefault(at, row);
        problems.cell(
            Kind.CYCLE,
            closing,
            column,
            closing.get(column),
            "closes a circle: %s ends up above itself".formatted(at),
            "break the circle");
      }
      cleared.addAll(path);
    }
  }

  private void period(Row row) {
    if (!row.has("from") || !row.has("until")) {
      return;
    }
    try {
      Instant from = row.moment("from");
      Instant until = row.moment("until");
      if (from != null && until != null && until.isBefore(from)) {
        problems.cell(
            Kind.ORDER,
            row,
            "until",
            row.get("until"),
            "ends before it starts (%s)".formatted(row.get("from")),
            "correct one of the two");
      }
    } catch (DateTimeException e) {
      // told already: the form of the value
    }
  }
}
