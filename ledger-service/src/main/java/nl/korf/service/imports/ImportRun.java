package nl.korf.service.imports;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.korf.model.PersonId;
import nl.korf.service.imports.ImportSink.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One import: read whole, check whole, then record wave by wave. Nothing is recorded when anything
 * is wrong with the folder. Running it again continues where it stopped.
 */
final class ImportRun {

  /** Batches under way at once. */
  static final int BATCHES_MAX = 4;

  /** Refusals kept for the report. */
  private static final int REFUSALS_MAX = 1_000;

  private final Path folder;
  private final @Nullable Path mapping;
  private final @Nullable ImportSink sink;
  private final Progress progress;

  /**
   * An import.
   *
   * @param sink the ledger; null only for a dry run without one
   */
  ImportRun(Path folder, @Nullable Path mapping, @Nullable ImportSink sink, Progress progress) {
    this.folder = folder;
    this.mapping = mapping;
    this.sink = sink;
    this.progress = progress;
  }

  /** Checks, and records unless it is a dry run. */
  ImportReport run(boolean dryRun) {
    long start = System.nanoTime();
    Problems problems = new Problems();
    progress.phase("reading " + folder);
    FolderContent content = new ImportFolder(folder, problems).read(mapping);
    if (content == null) {
      return ImportReport.broken(problems);
    }
    String set = content.mapping().set();
    new FolderCheck(content, problems)
        .run(keys -> sink == null ? Set.of() : sink.existing(set, keys));
    if (!problems.isEmpty()) {
      return ImportReport.broken(problems);
    }
    Plan rehearsal = Plan.of(content, ImportRun::placeholder, problems);
    if (dryRun || sink == null || !problems.isEmpty()) {
      return problems.isEmpty()
          ? ImportReport.planned(content, rehearsal, seconds(start))
          : ImportReport.broken(problems);
    }
    progress.phase("looking up people");
    Map<String, PersonId> people = people(sink, content);
    Plan plan = Plan.of(content, id -> Objects.requireNonNull(people.get(id), id), problems);
    ImportReport.Tally tally = new ImportReport.Tally();
    long recording = System.nanoTime();
    record(sink, plan, tally);
    return ImportReport.done(content, plan, tally, seconds(recording));
  }

  private void record(ImportSink to, Plan plan, ImportReport.Tally tally) {
    progress.begin(plan.facts());
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (List<PlannedFact> wave : plan.waves()) {
        Deque<Future<List<Outcome>>> underWay = new ArrayDeque<>();
        for (List<PlannedFact> batch : batches(wave)) {
          if (!progress.goesOn()) {
            break;
          }
          if (underWay.size() == BATCHES_MAX) {
            take(underWay.remove(), tally);
          }
          underWay.add(senders.submit(() -> to.record(batch)));
        }
        while (!underWay.isEmpty()) {
          take(underWay.remove(), tally);
        }
      }
    } finally {
      progress.end();
    }
  }

  private void take(Future<List<Outcome>> batch, ImportReport.Tally tally) {
    try {
      List<Outcome> outcomes = batch.get();
      outcomes.forEach(outcome -> tally.add(outcome, REFUSALS_MAX));
      progress.advance(outcomes.size(), tally);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; run the import again to continue", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("could not record; run the import again to continue", e);
    }
  }

  private static List<List<PlannedFact>> batches(List<PlannedFact> wave) {
    List<List<PlannedFact>> batches = new ArrayList<>();
    for (int from = 0; from < wave.size(); from += ImportSink.BATCH_FACTS_MAX) {
      batches.add(wave.subList(from, Math.min(from + ImportSink.BATCH_FACTS_MAX, wave.size())));
    }
    return batches;
  }

  /** Every person the folder names, by their id in the source. */
  private static Map<String, PersonId> people(ImportSink sink, FolderContent content) {
    Map<String, String> names = new TreeMap<>();
    content.rows().values().stream()
        .flatMap(List::stream)
        .forEach(row -> PersonsNamed.in(row).forEach(id -> names.putIfAbsent(id, id)));
    content
        .rows(Table.PEOPLE)
        .forEach(
            row -> names.put(row.must("id"), row.has("name") ? row.must("name") : row.must("id")));
    return new HashMap<>(sink.people(content.mapping().set(), names));
  }

  private static PersonId placeholder(String sourceId) {
    return new PersonId("planned-" + Integer.toHexString(sourceId.hashCode()));
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
