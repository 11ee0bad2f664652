package nl.korf.service.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.model.facts.FactTypes;
import org.jspecify.annotations.Nullable;

/**
 * What would be recorded, or all that stands in the way: the dry run of {@code ./korf import}, as a
 * page shows it.
 *
 * @param set under which it is recorded; null where that is not known
 * @param facts that would be recorded
 * @param kinds how many, by stored name of the fact
 * @param files what became of each
 * @param findings what the import itself would note beside facts, by rule
 * @param problems why nothing can be recorded, the first of them
 * @param problemsTotal how many there are
 */
public record Preview(
    @Nullable String set,
    long facts,
    Map<String, Long> kinds,
    List<FileLine> files,
    List<FindingLine> findings,
    List<ProblemLine> problems,
    long problemsTotal) {

  /** Problems a page shows. */
  static final int PROBLEMS_MAX = 1_000;

  /** Places named for each finding. */
  static final int PLACES_MAX = 10;

  public Preview {
    kinds = new TreeMap<>(kinds);
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
  }

  /** A file: its rows, those that were taken, what they lead to, and why others are not. */
  public record FileLine(
      String file, long rows, long taken, long facts, Map<String, Long> notRecorded) {
    public FileLine {
      notRecorded = new TreeMap<>(notRecorded);
    }
  }

  /** A finding: how often, and where, the first places. */
  public record FindingLine(String rule, long count, List<String> places) {
    public FindingLine {
      places = List.copyOf(places);
    }
  }

  /**
   * A problem.
   *
   * @param line from 1; 0: the file as a whole
   * @param column its name in the file, or null
   * @param value what stands there, or null
   */
  public record ProblemLine(
      String kind,
      String file,
      long line,
      @Nullable String column,
      @Nullable String value,
      String what,
      String todo) {

    static ProblemLine of(Problem problem) {
      return new ProblemLine(
          problem.kind().name(),
          problem.file(),
          problem.line(),
          problem.column(),
          problem.shownValue(),
          problem.what(),
          problem.todo());
    }
  }

  static Preview of(ImportReport report) {
    FolderContent content = report.content();
    Plan plan = report.plan();
    List<ProblemLine> problems =
        report.problems().all().stream().limit(PROBLEMS_MAX).map(ProblemLine::of).toList();
    if (content == null || plan == null) {
      return new Preview(
          null, 0, Map.of(), List.of(), List.of(), problems, report.problems().total());
    }
    return new Preview(
        plan.set(),
        plan.facts(),
        kinds(plan),
        files(content, plan),
        findings(plan),
        problems,
        report.problems().total());
  }

  public boolean sound() {
    return problemsTotal == 0;
  }

  private static Map<String, Long> kinds(Plan plan) {
    Map<String, Long> kinds = new TreeMap<>();
    plan.waves()
        .forEach(wave ->
            wave.forEach(fact -> kinds.merge(FactTypes.nameOf(fact.fact()), 1L, Long::sum)));
    return kinds;
  }

  private static List<FileLine> files(FolderContent content, Plan plan) {
    return content.accounts().stream()
        .map(account ->
            new FileLine(
                account.file(),
                account.rows(),
                account.taken(),
                plan.factsByFile().getOrDefault(account.file(), 0L),
                account.notRecorded()))
        .toList();
  }

  private static List<FindingLine> findings(Plan plan) {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (List<PlannedFact> wave : plan.waves()) {
      for (PlannedFact fact : wave) {
        fact.findings()
            .forEach(finding -> {
              counts.merge(finding.rule(), 1L, Long::sum);
              List<String> known =
                  places.computeIfAbsent(finding.rule(), rule -> new ArrayList<>());
              if (known.size() < PLACES_MAX && !known.contains(fact.source())) {
                known.add(fact.source());
              }
            });
      }
    }
    return counts.entrySet().stream()
        .map(found ->
            new FindingLine(
                found.getKey(), found.getValue(), places.getOrDefault(found.getKey(), List.of())))
        .toList();
  }
}
