package nl.korf.model.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Wording;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.decisions.DecisionRules.OwnPower;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.model.view.Row.DecisionRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row for every refusal about the life of a decision, and for what is allowed beside it. */
class DecisionRulesTest {

  /** What is refused, about decision 1 or 2 on day 10; an empty list is allowed. */
  record Row(String name, List<Reason> reasons, List<Refusal> refused) {
    Row(String name, List<Reason> reasons, Refusal... refused) {
      this(name, reasons, List.of(refused));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final int NOW = 10;

  /** Facts, each on the day before it; decision 1 is always taken on day 0. */
  private static DecisionLife life(int number, Object... daysAndFacts) {
    List<RecordedFact> facts = new ArrayList<>();
    facts.add(Acts.recorded(1, 0, Acts.taken(1, null, 20)));
    for (int i = 0; i < daysAndFacts.length; i += 2) {
      int day = (Integer) daysAndFacts[i];
      facts.add(Acts.recorded(facts.size() + 1L, day, (Fact) daysAndFacts[i + 1]));
    }
    return DecisionLife.of(Acts.id(number), facts);
  }

  private static List<Reason> supersede(DecisionLife old, int by, int from, Integer... later) {
    return DecisionRules.supersede(
        old, Acts.id(by), Acts.day(from), Stream.of(later).map(Acts::id).toList());
  }

  private static List<Reason> repeal(Object... daysAndFacts) {
    return DecisionRules.repeal(life(1, daysAndFacts), Acts.day(NOW));
  }

  private static List<Reason> review(
      ReviewResult result, @Nullable Integer next, Object... daysAndFacts) {
    return DecisionRules.review(
        life(1, daysAndFacts), result, next == null ? null : Acts.day(next), Acts.day(NOW));
  }

  static Stream<Row> rows() {
    return Stream.of(supersessions(), repeals(), reviews(), ratifications(), firsts())
        .flatMap(List::stream);
  }

  private static List<Row> supersessions() {
    Fact two = Acts.taken(2, null, null);
    return List.of(
        new Row("a decision in force", supersede(life(1), 2, NOW)),
        new Row("from the day it expires", supersede(life(1), 2, 20), Refusal.DECISION_ENDED),
        new Row(
            "one repealed",
            supersede(life(1, 5, Acts.repealed(1)), 2, NOW),
            Refusal.DECISION_ENDED),
        new Row(
            "one superseded",
            supersede(life(1, 3, two, 5, Acts.superseded(1, 2, null, false)), 3, NOW),
            Refusal.DECISION_SUPERSEDED),
        new Row(
            "one to be superseded",
            supersede(life(1, 3, two, 5, Acts.superseded(1, 2, 15, false)), 3, NOW),
            Refusal.DECISION_SUPERSEDED),
        new Row(
            "one revived",
            supersede(
                life(1, 3, two, 4, Acts.superseded(1, 2, null, true), 6, Acts.repealed(2)),
                3,
                NOW)),
        new Row("itself", supersede(life(1), 1, NOW), Refusal.SUPERSEDES_ITSELF),
        new Row("in a circle of two", supersede(life(1), 2, NOW, 1), Refusal.SUPERSEDE_CYCLE),
        new Row("in a circle of three", supersede(life(1), 3, NOW, 2, 1), Refusal.SUPERSEDE_CYCLE),
        new Row(
            "in a circle, and repealed",
            supersede(life(1, 5, Acts.repealed(1)), 2, NOW, 1),
            Refusal.DECISION_ENDED,
            Refusal.SUPERSEDE_CYCLE));
  }

  private static List<Row> repeals() {
    Fact two = Acts.taken(2, null, null);
    return List.of(
        new Row("repeal", repeal()),
        new Row("repeal twice", repeal(5, Acts.repealed(1)), Refusal.DECISION_ENDED),
        new Row("before a planned repeal", repeal(15, Acts.repealed(1))),
        new Row(
            "repeal for good superseded",
            repeal(3, two, 5, Acts.superseded(1, 2, null, false)),
            Refusal.DECISION_SUPERSEDED),
        new Row("repeal what could revive", repeal(3, two, 5, Acts.superseded(1, 2, null, true))));
  }

  private static List<Row> reviews() {
    return List.of(
        new Row("reaffirm", review(ReviewResult.REAFFIRMED, 15)),
        new Row("reaffirm until the expiry", review(ReviewResult.REAFFIRMED, 20)),
        new Row("reaffirm for ever", review(ReviewResult.REAFFIRMED, null), Refusal.VALUE_MISSING),
        new Row("review now again", review(ReviewResult.AMENDED, NOW), Refusal.REVIEW_TOO_SOON),
        new Row("too late", review(ReviewResult.AMENDED, 21), Refusal.REVIEW_AFTER_EXPIRY),
        new Row("lapse", review(ReviewResult.LAPSED, null)),
        new Row("lapse later", review(ReviewResult.LAPSED, 12), Refusal.REVIEW_OF_WHAT_ENDS),
        new Row("repeal, next", review(ReviewResult.REPEALED, 12), Refusal.REVIEW_OF_WHAT_ENDS),
        new Row(
            "lapse of what has no end",
            DecisionRules.review(
                life(2, 3, Acts.taken(2, null, null)), ReviewResult.LAPSED, null, Acts.day(NOW)),
            Refusal.LAPSES_NEVER),
        new Row(
            "all at once",
            review(ReviewResult.REAFFIRMED, 9, 5, Acts.repealed(1)),
            Refusal.DECISION_ENDED,
            Refusal.REVIEW_TOO_SOON));
  }

  private static List<Reason> ratify(
      PersonId by, CompetenceProof known, @Nullable String failedThen, boolean ratified) {
    Fact decided = Acts.taken(2, null, null, List.of(), Verdict.NOT_COMPETENT, failedThen);
    DecisionLife life = ratified ? life(2, 3, decided, 5, Acts.ratified(2)) : life(2, 3, decided);
    return DecisionRules.ratify(life.on(Acts.day(NOW)).orElseThrow(), by, known);
  }

  private static List<Row> ratifications() {
    CompetenceProof no = Acts.proof(Verdict.NOT_COMPETENT, "not-revoked");
    CompetenceProof yes = Acts.proof(Verdict.COMPETENT, null);
    CompetenceProof barred = Acts.proof(Verdict.NOT_COMPETENT, "not-own-decision");
    return List.of(
        new Row("by another", ratify(Acts.BOB, no, "not-revoked", false)),
        new Row("by the same, competent since", ratify(Acts.ANN, no, "not-revoked", false)),
        new Row(
            "unknown is not competent",
            ratify(Acts.BOB, Acts.proof(Verdict.UNKNOWN, "input-known"), null, false)),
        new Row("twice", ratify(Acts.BOB, no, null, true), Refusal.ALREADY_RATIFIED),
        new Row("for nothing", ratify(Acts.BOB, yes, null, false), Refusal.RATIFICATION_NOT_NEEDED),
        new Row(
            "by the one barred", ratify(Acts.ANN, barred, null, false), Refusal.RATIFIER_BARRED),
        new Row(
            "by the one barred then",
            ratify(Acts.ANN, no, "power-may-pass", false),
            Refusal.RATIFIER_BARRED),
        new Row("of the one barred by another", ratify(Acts.BOB, barred, null, false)));
  }

  private static List<Reason> first(OwnPower now, Set<Integer> replaced, Object... daysAndFacts) {
    DecisionTerm term = DecisionTerm.of(null, null, null, DecisionTerm.REVIEW_AFTER, Acts.day(NOW));
    return DecisionRules.firstStands(
        List.of(life(1, daysAndFacts)),
        Acts.id(2),
        term,
        now,
        replaced.stream().map(Acts::id).collect(Collectors.toSet()));
  }

  private static List<Row> firsts() {
    OwnPower body = new OwnPower(Acts.MINISTER, Acts.LEASES, true);
    OwnPower holder = new OwnPower(Acts.MINISTER, Acts.LEASES, false);
    OwnPower otherPower = new OwnPower(Acts.MINISTER, new PowerId("works"), true);
    OwnPower otherBody = new OwnPower(new BodyId("mayor"), Acts.LEASES, true);
    return List.of(
        new Row("the principal after a holder", first(body, Set.of()), Refusal.DECIDED_ALREADY),
        new Row("a holder after a holder", first(holder, Set.of())),
        new Row("about another power", first(otherPower, Set.of())),
        new Row("of another body", first(otherBody, Set.of())),
        new Row("in the place of the first", first(body, Set.of(1))),
        new Row("after the first was repealed", first(body, Set.of(), 5, Acts.repealed(1))),
        new Row(
            "after the first was superseded",
            first(
                body,
                Set.of(),
                3,
                Acts.taken(3, null, null, List.of(new MandateId("m-2")), Verdict.COMPETENT, null),
                5,
                Acts.superseded(1, 3, null, false))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRuleRefusesWhatItMustAndNothingElse(Row row) {
    assertThat(row.reasons()).extracting(Reason::refusal).containsExactlyElementsOf(row.refused());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everySentenceIsComplete(Row row) {
    for (Reason reason : row.reasons()) {
      assertThat(reason.values().keySet()).containsAll(Wording.in("en").names(reason.refusal()));
    }
  }

  /** The others depend on who asks: they have rows in the tests of the verbs. */
  @Test
  void everyRefusalOfTheRulesHasARow() {
    Set<Refusal> refused =
        rows().flatMap(row -> row.refused().stream()).collect(Collectors.toSet());
    Set<Refusal> byVerbs =
        Set.of(
            Refusal.NO_PART_IN_DECISION,
            Refusal.DECISION_POWER_UNKNOWN,
            Refusal.ALREADY_DISSENTED,
            Refusal.NOT_COMPETENT_FOR_EARLIER);

    assertThat(Arrays.stream(Refusal.values()))
        .filteredOn(one -> one.ruleSet() == Refusal.RuleSet.DECISIONS)
        .filteredOn(one -> !byVerbs.contains(one))
        .allMatch(refused::contains);
  }

  @Test
  void aRatificationStandsBesideTheVerdictOfThen() {
    DecisionRow row = life(1, 5, Acts.ratified(1)).on(Acts.day(NOW)).orElseThrow();

    assertThat(row.competence()).isEqualTo(Acts.taken(1, null, 20).competence());
    assertThat(row.ratification()).isNotNull();
    assertThat(row.state()).isEqualTo(DecisionState.IN_FORCE);
  }
}
