package nl.korf.service.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a column of a table gets its value from: a template over the columns of the file, and
 * perhaps a list of words to translate.
 *
 * @param template {@code {column}} stands for its value; a part in brackets is left out where one
 *     of its columns is empty: {@code {text_en}[, unless {unless}]}
 * @param values the value found -> the value meant (a template too); {@code *} for any other; a
 *     value not listed is a problem
 * @param contains the value when the text found contains the key, with {@code otherwise} for the
 *     rest
 */
record ColumnSource(
    String template,
    Map<String, String> values,
    Map<String, String> contains,
    @Nullable String otherwise) {

  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");
  private static final Pattern COLUMN = Pattern.compile("\\{([^}]+)}");

  ColumnSource {
    values = Map.copyOf(values);
    contains = Map.copyOf(contains);
  }

  static ColumnSource column(String name) {
    return new ColumnSource("{" + name + "}", Map.of(), Map.of(), null);
  }

  /** The value for a row; empty when the value found is not among the words listed. */
  Optional<String> value(Map<String, String> row) {
    String found = filled(template, row);
    if (!contains.isEmpty()) {
      return Optional.of(
          contains.entrySet().stream()
              .filter(part -> found.contains(part.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(otherwise == null ? "" : otherwise));
    }
    if (values.isEmpty()) {
      return Optional.of(found);
    }
    String meant = values.containsKey(found) ? values.get(found) : values.get("*");
    return Optional.ofNullable(meant).map(text -> filled(text, row));
  }

  /** The columns of the file it reads, the one to name in a problem first. */
  List<String> columns() {
    Set<String> columns = new LinkedHashSet<>(named(template));
    values.values().forEach(value -> columns.addAll(named(value)));
    return List.copyOf(columns);
  }

  private static List<String> named(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = COLUMN.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String filled(String text, Map<String, String> row) {
    String whole =
        OPTIONAL
            .matcher(text)
            .replaceAll(part ->
                named(part.group(1)).stream().anyMatch(c -> row.getOrDefault(c, "").isEmpty())
                    ? ""
                    : Matcher.quoteReplacement(part.group(1)));
    return COLUMN
        .matcher(whole)
        .replaceAll(part -> Matcher.quoteReplacement(row.getOrDefault(part.group(1), "")));
  }
}
