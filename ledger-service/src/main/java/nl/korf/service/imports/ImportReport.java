package nl.korf.service.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.service.imports.ImportSink.Kind;
import nl.korf.service.imports.ImportSink.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import, so that every row of every file is accounted for.
 *
 * @param problems why nothing was recorded, or empty
 * @param content as read, or null where that failed
 * @param plan what was to be recorded, or null
 * @param tally what was recorded, or null for a dry run
 * @param seconds it took
 */
record ImportReport(
    Problems problems,
    @Nullable FolderContent content,
    @Nullable Plan plan,
    @Nullable Tally tally,
    double seconds) {

  /** Counts what became of facts. */
  static final class Tally {
    private long recorded;
    private long already;
    private long refused;
    private final Map<String, Long> findings = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();

    void add(Outcome outcome, int refusalsMax) {
      switch (outcome.kind()) {
        case RECORDED -> recorded++;
        case ALREADY -> already++;
        case REFUSED -> {
          refused++;
          if (refusals.size() < refusalsMax) {
            refusals.add(outcome.source() + ": " + outcome.message());
          }
        }
      }
      if (outcome.kind() != Kind.REFUSED) {
        outcome.findings().forEach(finding -> findings.merge(finding.rule(), 1L, Long::sum));
      }
    }

    long recorded() {
      return recorded;
    }

    long already() {
      return already;
    }

    long refused() {
      return refused;
    }

    Map<String, Long> findings() {
      return Map.copyOf(findings);
    }

    List<String> refusals() {
      return List.copyOf(refusals);
    }
  }

  static ImportReport broken(Problems problems) {
    return new ImportReport(problems, null, null, null, 0);
  }

  static ImportReport planned(FolderContent content, Plan plan, double seconds) {
    return new ImportReport(new Problems(), content, plan, null, seconds);
  }

  static ImportReport done(FolderContent content, Plan plan, Tally tally, double seconds) {
    return new ImportReport(new Problems(), content, plan, tally, seconds);
  }

  /** 0: done; 1: something is wrong with the folder or a fact was refused. */
  int exitCode() {
    return problems.isEmpty() && (tally == null || tally.refused() == 0) ? 0 : 1;
  }

  /** What to tell, bounded. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!problems.isEmpty()) {
      lines.addAll(problems.bounded());
      lines.add("%,d problems; nothing was recorded".formatted(problems.total()));
      return lines;
    }
    if (content != null && plan != null) {
      accounts(content, plan, lines);
      figures(plan, lines);
    }
    return lines;
  }

  /** Every problem, one a line, into a file. */
  void writeProblems(Path file) {
    try {
      Files.write(file, problems.all().stream().map(Problem::toString).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void accounts(FolderContent content, Plan plan, List<String> lines) {
    for (FileAccount account : content.accounts()) {
      long facts = plan.factsByFile().getOrDefault(account.file(), 0L);
      lines.add(
          "%-28s %,7d rows, %,7d read into tables, %,7d facts"
              .formatted(account.file(), account.rows(), account.taken(), facts));
      account
          .notRecorded()
          .forEach((reason, rows) ->
              lines.add("%-28s %,7d rows read, not recorded: %s".formatted("", rows, reason)));
      account
          .columnsLeftOut()
          .forEach((column, reason) ->
              lines.add("%-28s column %s not recorded: %s".formatted("", column, reason)));
    }
  }

  private void figures(Plan plan, List<String> lines) {
    if (tally == null) {
      lines.add("%,d facts would be recorded; nothing was (dry run)".formatted(plan.facts()));
      return;
    }
    long handled = tally.recorded() + tally.already();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d facts recorded, %,d were there already, %,d refused; %.1f s, %,.0f facts a second",
            tally.recorded(),
            tally.already(),
            tally.refused(),
            seconds,
            handled / Math.max(seconds, 0.001)));
    tally.findings().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(finding ->
            lines.add(
                "%,7d findings of %s, stored with their facts"
                    .formatted(finding.getValue(), finding.getKey())));
    tally.refusals().stream().limit(Problems.PRINTED_PER_KIND_MAX).forEach(lines::add);
  }
}
