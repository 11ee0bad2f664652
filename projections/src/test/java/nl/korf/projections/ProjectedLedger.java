package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.korf.eventstore.HeadSignal;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Timeline;
import nl.korf.projections.testing.TestLedger;
import nl.korf.projections.testing.TestLedger.Dated;

/** A ledger with its read models followed, and the same facts in memory to compare with. */
final class ProjectedLedger implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestLedger ledger = new TestLedger();
  private final HeadSignal head = ledger.headSignal();
  private final Projections projections =
      new Projections(ledger.pool(), ledger.log(), head, ProjectionsConfig.DEFAULT);
  private final List<RecordedFact> facts = new ArrayList<>();

  ProjectedLedger() {
    projections.start();
  }

  /** Appends and waits until every read model has it. */
  ProjectedLedger with(List<Dated> more) throws InterruptedException {
    facts.addAll(ledger.append(more));
    assertThat(projections.awaitPosition(ledger.head(), PATIENCE)).isTrue();
    return this;
  }

  ProjectedLedger with(Instant effectiveAt, Fact... more) throws InterruptedException {
    return with(List.of(more).stream().map(fact -> new Dated(fact, effectiveAt)).toList());
  }

  Reads reads() {
    return new Reads(ledger.pool(), projections::schema);
  }

  TestLedger ledger() {
    return ledger;
  }

  Projections projections() {
    return projections;
  }

  List<RecordedFact> facts(long position) {
    return facts.stream().filter(fact -> fact.position() <= position).toList();
  }

  long head() {
    return ledger.head();
  }

  /**
   * Every entity of a read model as a fold of the facts up to a position says, in the order in
   * which they became known.
   */
  Map<String, Timeline> folded(ReadModel model, long position) {
    Evolution evolution = Evolution.of(model);
    Map<String, List<RecordedFact>> byEntity = new HashMap<>();
    for (RecordedFact fact : facts(position)) {
      for (String entity : evolution.entities(fact)) {
        byEntity.computeIfAbsent(entity, _ -> new ArrayList<>()).add(fact);
      }
    }
    Map<String, Timeline> folded = new LinkedHashMap<>();
    byEntity.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, List<RecordedFact>> entry) ->
                    entry.getValue().getFirst().position())
                .thenComparing(Map.Entry::getKey))
        .forEach(entry ->
            folded.put(entry.getKey(), Timeline.fold(evolution, entry.getKey(), entry.getValue())));
    return folded;
  }

  @Override
  public void close() {
    projections.close();
    head.close();
    ledger.close();
  }
}
