package nl.korf.service.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.korf.eventstore.FactLog;
import nl.korf.model.BodyId;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.projections.Reads;
import nl.korf.projections.pyramid.PyramidRows;
import nl.korf.service.imports.ImportLab;
import nl.korf.service.imports.RealData;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.kernel.Verb;
import nl.korf.service.stack.StackLedger;
import nl.korf.service.stack.WebLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of every period against a count from the facts alone. */
class MeterAgainstFactsTest {

  private static final int FACTS = 400;

  /** What happened, as number so many. */
  private record Tell(int number) implements Command {}

  private record Telling(List<HistoryByChance.Happened> all) implements Verb<Tell> {
    @Override
    public Class<Tell> command() {
      return Tell.class;
    }

    @Override
    public Decided decide(Tell command, Boundary boundary) {
      HistoryByChance.Happened one = all.get(command.number());
      return Decided.facts(one.fact()).effectiveAt(one.at());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 53, 159})
  void everyFigureOfAHistoryByChanceIsTheOneCountedFromItsFacts(long seed) {
    List<HistoryByChance.Happened> all = new HistoryByChance(seed).of(FACTS);
    try (StackLedger ledger = new StackLedger(() -> List.of(new Telling(all)))) {
      for (int i = 0; i < all.size(); i++) {
        ledger.send(new Tell(i));
      }
      ledger.settle();
      Instant last = all.getLast().at();
      Set<String> found = new HashSet<>();
      for (long position : new long[] {FACTS / 3, FACTS}) {
        for (Instant on :
            List.of(last.minus(Duration.ofDays(400)), last.plus(Duration.ofDays(9)))) {
          for (String organisation : Arrays.asList(null, "land", "ministry", "city")) {
            found.addAll(compare(ledger.reads(), ledger.facts(), position, on, organisation));
          }
        }
      }
      assertThat(found)
          .as("figures that were somewhere not nought")
          .contains("outcomes taken", "after blocked", "lifted", "lapsed", "standing", "ownWork")
          .contains(
              "rounds", "outcomes", "depth 0", "depth 3", "notTold", "answered", "waited p90");
    }
  }

  @Test
  void theFiguresOfTheExampleAreThoseCountedFromItsFacts() {
    try (WebLedger ledger = new WebLedger()) {
      FactLog log = ledger.part(FactLog.class);
      List<RecordedFact> facts = facts(log);
      Instant last = facts.getLast().envelope().recordedAt();
      for (long position : new long[] {200, facts.size()}) {
        for (Instant on : List.of(Instant.parse("2024-08-15T00:00:00Z"), last)) {
          for (String organisation :
              Arrays.asList(null, "minister-vgr", "gemeente-lindewaard", "nobody")) {
            compare(ledger.part(Reads.class), facts, position, on, organisation);
          }
        }
      }
      assertThat(compare(ledger.part(Reads.class), facts, facts.size(), last, null))
          .contains("issued", "answered", "depth 3", "waited p50", "proposals p90");
    }
  }

  @Test
  void theFiguresOfKubernetesAreThoseCountedFromItsFacts() {
    RealData.folder("kubernetes");
    try (ImportLab lab = new ImportLab()) {
      RealData.importInto(lab, "kubernetes");
      Instant on = Instant.parse("2026-08-20T00:00:00Z");

      Set<String> found = compare(lab.reads(), lab.facts(), lab.head(), on, null);

      assertThat(found).contains("unknown", "notTold", "waited p90");
    }
  }

  /** What is counted from other facts is found to differ, whichever sort is missing. */
  @Test
  void aFactThatIsMissingIsFoundInTheFigures() {
    List<HistoryByChance.Happened> all = new HistoryByChance(3).of(FACTS);
    try (StackLedger ledger = new StackLedger(() -> List.of(new Telling(all)))) {
      for (int i = 0; i < all.size(); i++) {
        ledger.send(new Tell(i));
      }
      ledger.settle();
      Instant on = all.getLast().at();
      Pyramid pyramid = new Meter(new PyramidRows(ledger.reads()).at(FACTS), on, null).since(null);
      Map<Class<? extends Fact>, String> lost = new HashMap<>();
      lost.put(DecisionTaken.class, "taken");
      lost.put(DirectiveIssued.class, "issued");
      lost.put(DirectiveAnswered.class, "answered");
      lost.put(RoundOpened.class, "rounds");
      lost.put(OutcomeComputed.class, "outcomes");
      lost.put(InitiativeProposed.class, "proposals");
      lost.forEach((type, figure) -> {
        Predicate<RecordedFact> kept = fact -> !type.isInstance(fact.fact());
        NaivePyramid naive =
            new NaivePyramid(ledger.facts().stream().filter(kept).toList(), on, null);
        assertThat(naive.figures(pyramid.since(), after(pyramid)).get(figure))
            .as("%s without %s", figure, type.getSimpleName())
            .isNotEqualTo(Told.of(pyramid.whole()).get(figure));
      });
    }
  }

  /** Compares everything; gives the names of the figures that were not nought. */
  private static Set<String> compare(
      Reads reads,
      List<RecordedFact> facts,
      long position,
      Instant on,
      @Nullable String organisation) {
    BodyId body = organisation == null ? null : new BodyId(organisation);
    Pyramid pyramid = new Meter(new PyramidRows(reads).at(position), on, body).since(null);
    NaivePyramid naive =
        new NaivePyramid(
            facts.stream().filter(fact -> fact.position() <= position).toList(), on, body);
    List<String> differences = new ArrayList<>();
    for (Pyramid.Period period : pyramid.periods()) {
      differ(
          period.from().toString(),
          Told.of(period.figures()),
          naive.figures(period.from(), period.until()),
          differences);
    }
    differ(
        "whole",
        Told.of(pyramid.whole()),
        naive.figures(pyramid.since(), after(pyramid)),
        differences);

    assertThat(differences).as("known at %d, on %s, of %s", position, on, organisation).isEmpty();
    Set<String> found = new HashSet<>();
    Told.of(pyramid.whole())
        .forEach((name, value) -> found.addAll(value.equals(0) ? List.of() : List.of(name)));
    return found;
  }

  private static void differ(
      String period,
      Map<String, Object> told,
      Map<String, Object> counted,
      List<String> differences) {
    Set<String> names = new TreeSet<>(told.keySet());
    names.addAll(counted.keySet());
    for (String name : names) {
      if (!Objects.equals(told.get(name), counted.get(name))) {
        differences.add(
            "%s: %s is told as %s, counted as %s"
                .formatted(period, name, told.get(name), counted.get(name)));
      }
    }
  }

  private static Instant after(Pyramid pyramid) {
    return pyramid.periods().getLast().until();
  }

  private static List<RecordedFact> facts(FactLog log) {
    List<RecordedFact> facts = new ArrayList<>();
    log.scan(0, log.head(), stored -> facts.add(LedgerFacts.recorded(stored)));
    return facts;
  }
}
