package nl.korf.service.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.korf.service.imports.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** Gathers all that is wrong with a folder. */
final class Problems {

  /** Problems of one kind that are printed before "and so many more". */
  static final int PRINTED_PER_KIND_MAX = 10;

  /** Problems kept; a folder with more is not the folder that was meant. */
  static final int KEPT_MAX = 100_000;

  private final List<Problem> found = new ArrayList<>();
  private long total;

  void add(Problem problem) {
    total++;
    if (found.size() < KEPT_MAX) {
      found.add(problem);
    }
  }

  void file(Kind kind, String file, String what, String todo) {
    add(new Problem(kind, file, 0, null, null, what, todo));
  }

  void cell(Kind kind, Row row, String column, @Nullable String value, String what, String todo) {
    add(new Problem(kind, row.file(), row.line(), row.sourceColumn(column), value, what, todo));
  }

  boolean isEmpty() {
    return total == 0;
  }

  long total() {
    return total;
  }

  /** All of them, in the order in which it helps to solve them. */
  List<Problem> all() {
    return found.stream().sorted(Problem.IN_ORDER).toList();
  }

  /** At most {@link #PRINTED_PER_KIND_MAX} of each kind, with the total of the kind. */
  List<String> bounded() {
    Map<Kind, List<Problem>> byKind = new EnumMap<>(Kind.class);
    all().forEach(p -> byKind.computeIfAbsent(p.kind(), kind -> new ArrayList<>()).add(p));
    List<String> lines = new ArrayList<>();
    byKind.forEach((kind, problems) -> {
      problems.stream().limit(PRINTED_PER_KIND_MAX).forEach(p -> lines.add(p.toString()));
      if (problems.size() > PRINTED_PER_KIND_MAX) {
        lines.add(
            "… and %d more of this kind (%d in all)"
                .formatted(problems.size() - PRINTED_PER_KIND_MAX, problems.size()));
      }
    });
    return lines;
  }
}
