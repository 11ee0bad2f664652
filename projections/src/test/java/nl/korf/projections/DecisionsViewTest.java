package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.korf.model.DecisionId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionReviewed;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.DissentRecorded;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.model.facts.Fact;
import nl.korf.model.rules.Rule;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.model.view.DecisionRows.DissentRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.decisions.DecisionsView.Filter;
import nl.korf.projections.testing.TestLedger.Dated;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Which decisions work, asked in SQL, against a fold of the facts; by chance, seed {@value #SEED}.
 */
class DecisionsViewTest {

  private static final long SEED = 2_711;
  private static final int DECISIONS = 30;
  private static final int FACTS = 400;
  private static final int MOMENTS = 40;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final PersonId PERSON = new PersonId("p-1");
  private static final CompetenceProof PROOF =
      new CompetenceProof(Verdict.COMPETENT, 1, null, List.of(), null, Map.of());
  private static final ProjectedLedger LEDGER = new ProjectedLedger();

  @BeforeAll
  static void fill() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Dated> facts = new ArrayList<>();
    for (int number = 0; number < FACTS; number++) {
      int hour = random.nextInt(FACTS);
      boolean taking = number % 3 == 0 && number / 3 < DECISIONS;
      facts.add(new Dated(taking ? taken(random, number / 3, hour) : fact(random, hour), at(hour)));
    }
    LEDGER.with(facts);
  }

  @AfterAll
  static void close() {
    LEDGER.close();
  }

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  private static DecisionId id(int number) {
    return new DecisionId("d-" + number);
  }

  private static Fact taken(SplittableRandom random, int number, int hour) {
    return new DecisionTaken(
        id(number),
        null,
        LocalizedText.en("Decision"),
        Rule.MANDATED,
        PERSON,
        null,
        null,
        null,
        PROOF,
        List.of(),
        List.of(),
        null,
        random.nextBoolean() ? null : at(hour + random.nextInt(60)),
        random.nextBoolean() ? null : at(hour + 61 + random.nextInt(200)),
        at(hour + 100),
        null,
        null,
        null,
        null);
  }

  private static Fact fact(SplittableRandom random, int hour) {
    DecisionId one = id(random.nextInt(DECISIONS));
    return switch (random.nextInt(8)) {
      case 0 -> new DecisionRepealed(one, null, PERSON, PROOF, List.of(), null, null);
      case 1, 2, 3 ->
          new DecisionReviewed(one, PERSON, ReviewResult.REAFFIRMED, at(hour + 50), null);
      case 4 -> new DissentRecorded(one, PERSON, null);
      default ->
          new DecisionSuperseded(
              one,
              null,
              id(random.nextInt(DECISIONS)),
              random.nextBoolean() ? null : at(hour + random.nextInt(60)),
              random.nextBoolean(),
              PROOF,
              List.of());
    };
  }

  private static List<AsOf> moments() {
    SplittableRandom random = new SplittableRandom(SEED);
    return IntStream.range(0, MOMENTS)
        .mapToObj(i -> new AsOf(1 + random.nextInt(FACTS), at(random.nextInt(FACTS + 100))))
        .toList();
  }

  /** The decisions that were known and taken by then, folded. */
  private static List<DecisionLife> lives(AsOf asOf) {
    return IntStream.range(0, DECISIONS)
        .mapToObj(number -> DecisionLife.of(id(number), LEDGER.facts(asOf.position())))
        .filter(life -> life.on(asOf.on()).isPresent())
        .toList();
  }

  private static List<DecisionId> ids(AsOf asOf, Filter filter) {
    DecisionsView view = new DecisionsView(LEDGER.reads());
    List<DecisionId> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Held<DecisionRow>> page = view.page(asOf, filter, cursor, 4);
      page.items().forEach(held -> all.add(held.row().decision()));
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private static Filter filter(@Nullable Boolean inForce, @Nullable Instant reviewDueBefore) {
    return new Filter(null, null, null, null, null, null, inForce, reviewDueBefore);
  }

  private static boolean works(DecisionLife life, AsOf asOf) {
    return life.state(asOf.on()).equals(Optional.of(DecisionState.IN_FORCE));
  }

  @Test
  void theListOfThoseInForceIsWhatTheFoldSays() {
    int some = 0;
    for (AsOf asOf : moments()) {
      List<DecisionLife> lives = lives(asOf);
      List<DecisionId> working =
          lives.stream().filter(life -> works(life, asOf)).map(DecisionLife::decision).toList();
      some += working.isEmpty() || working.size() == lives.size() ? 0 : 1;

      assertThat(ids(asOf, filter(true, null))).containsExactlyInAnyOrderElementsOf(working);
      assertThat(ids(asOf, filter(false, null)))
          .containsExactlyInAnyOrderElementsOf(
              lives.stream()
                  .map(DecisionLife::decision)
                  .filter(id -> !working.contains(id))
                  .toList());
    }
    assertThat(some).as("moments that tell the two apart").isGreaterThan(MOMENTS / 4);
  }

  @Test
  void thoseToBeReviewedWorkAndTheirReviewLiesBeforeTheMoment() {
    int some = 0;
    for (AsOf asOf : moments()) {
      Instant before = asOf.on().plus(Duration.ofHours(30));
      List<DecisionId> expected =
          lives(asOf).stream()
              .filter(life -> works(life, asOf))
              .flatMap(life -> life.on(asOf.on()).stream())
              .filter(row -> row.reviewAt() != null && row.reviewAt().isBefore(before))
              .map(DecisionRow::decision)
              .toList();
      some += expected.isEmpty() ? 0 : 1;

      assertThat(ids(asOf, filter(null, before))).containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(some).as("moments with any").isPositive();
  }

  @Test
  void oneDecisionStandsAsTheFoldSaysWithWhoDiffers() {
    DecisionsView view = new DecisionsView(LEDGER.reads());
    for (AsOf asOf : moments()) {
      for (DecisionLife life : lives(asOf)) {
        assertThat(view.standing(asOf, life.decision()).orElseThrow().state())
            .isEqualTo(life.state(asOf.on()).orElseThrow());
        assertThat(view.dissents(asOf, life.decision()))
            .extracting(DissentRow::person)
            .hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void bothDirectionsComeFromOneFact() {
    DecisionsView view = new DecisionsView(LEDGER.reads());
    for (int number = 0; number < DECISIONS; number++) {
      for (var supersession : view.supersededBy(FACTS, id(number))) {
        assertThat(view.supersedes(FACTS, supersession.by())).contains(supersession);
      }
    }
  }
}
