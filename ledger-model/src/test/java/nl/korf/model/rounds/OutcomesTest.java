package nl.korf.model.rounds;

import static nl.korf.model.rounds.Story.DEADLINE;
import static nl.korf.model.rounds.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.korf.model.Party;
import nl.korf.model.RoleId;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Stance;
import nl.korf.model.rules.Base;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule's table of cases; one letter an elector: Yes, No, Abstain, - silent. */
class OutcomesTest {

  private static final Party FINANCE = Party.of(new RoleId("finance"));
  private static final Party LEGAL = Party.of(new RoleId("legal"));

  @ParameterizedTest(name = "{0} counted on {1}: {2} {3}")
  @CsvSource({
    "Y,     YES_AND_NO, ADOPTED,",
    "N,     YES_AND_NO, REJECTED, some-yes",
    "A,     YES_AND_NO, REJECTED, some-yes",
    "-,     YES_AND_NO, REJECTED, some-yes",
    "YN,    YES_AND_NO, TIED,     not-tied",
    "YY,    YES_AND_NO, ADOPTED,",
    "YA,    YES_AND_NO, ADOPTED,",
    "Y-,    YES_AND_NO, ADOPTED,",
    "YYN,   YES_AND_NO, ADOPTED,",
    "YNN,   YES_AND_NO, REJECTED, threshold",
    "YYNNA, YES_AND_NO, TIED,     not-tied",
    "YAA,   BALLOTS,    REJECTED, threshold",
    "YYAA,  BALLOTS,    REJECTED, threshold",
    "YYYAA, BALLOTS,    ADOPTED,",
    "YY--,  ELECTORATE, REJECTED, threshold",
    "YYY--, ELECTORATE, ADOPTED,",
    "Y,     ELECTORATE, ADOPTED,",
    "Y-,    ELECTORATE, REJECTED, threshold"
  })
  void aMajority(String ballots, Base base, RoundOutcome outcome, @Nullable String failed) {
    RuleSpec spec = Specs.of(Rule.MAJORITY).base(base).spec();

    assertOutcome(Story.opened(spec, ballots), outcome, failed);
  }

  @ParameterizedTest(name = "{0} counted on {1}: {2} {3}")
  @CsvSource({
    "YYN,    YES_AND_NO, ADOPTED,",
    "YN,     YES_AND_NO, REJECTED, threshold",
    "YYNN,   YES_AND_NO, REJECTED, threshold",
    "YYYYNN, YES_AND_NO, ADOPTED,",
    "YYYNN,  YES_AND_NO, REJECTED, threshold",
    "YY-,    ELECTORATE, ADOPTED,",
    "YYYY--, ELECTORATE, ADOPTED,",
    "YYY--,  ELECTORATE, REJECTED, threshold",
    "Y-,     ELECTORATE, REJECTED, threshold",
    "AA,     YES_AND_NO, REJECTED, some-yes"
  })
  void aSupermajorityOfTwoThirds(
      String ballots, Base base, RoundOutcome outcome, @Nullable String failed) {
    RuleSpec spec = Specs.of(Rule.SUPERMAJORITY).atLeast(2, 3).base(base).spec();

    assertOutcome(Story.opened(spec, ballots), outcome, failed);
  }

  @ParameterizedTest(name = "{0}, abstention allowed {1}: {2} {3}")
  @CsvSource({
    "Y,   false, ADOPTED,",
    "YY,  false, ADOPTED,",
    "Y-,  false, REJECTED, all-answered",
    "YN,  false, REJECTED, nobody-against",
    "YA,  false, REJECTED, no-abstention",
    "YA,  true,  ADOPTED,",
    "AA,  true,  REJECTED, some-yes",
    "-,   false, REJECTED, all-answered"
  })
  void unanimity(
      String ballots, boolean abstention, RoundOutcome outcome, @Nullable String failed) {
    Specs spec = Specs.of(Rule.UNANIMITY);

    assertOutcome(
        Story.opened((abstention ? spec.abstentionAllowed() : spec).spec(), ballots),
        outcome,
        failed);
  }

  @ParameterizedTest(name = "{0}, quorum {1}/{2}, {3} heads: {4} {5}")
  @CsvSource({
    "--,   0, 1, 0, ADOPTED,",
    "Y-,   1, 2, 0, ADOPTED,",
    "--,   1, 2, 0, NO_QUORUM, quorum",
    "Y--,  1, 2, 0, NO_QUORUM, quorum",
    "YA-,  2, 3, 0, ADOPTED,",
    "YA-,  0, 1, 3, NO_QUORUM, quorum",
    "YAA,  0, 1, 3, ADOPTED,",
    "YA,   0, 1, 3, BLOCKED, quorum-possible",
    "YN,   0, 1, 0, REJECTED, nobody-against"
  })
  void consentWithoutObjections(
      String ballots, int num, int den, int heads, RoundOutcome outcome, @Nullable String failed) {
    RuleSpec spec = Specs.of(Rule.CONSENT).quorum(num, den).heads(heads).spec();

    assertOutcome(Story.opened(spec, ballots), outcome, failed);
  }

  @Test
  void weightsCountNotHeads() {
    RuleSpec majority = Specs.of(Rule.MAJORITY).spec();

    assertOutcome(Story.opened(majority, 3, 1, 1).ballots(1, "YNN"), RoundOutcome.ADOPTED, null);
    assertOutcome(Story.opened(majority, 2, 1, 1).ballots(1, "YNN"), RoundOutcome.TIED, "not-tied");
    assertOutcome(
        Story.opened(Specs.of(Rule.MAJORITY).quorum(1, 2).spec(), 3, 1, 1).ballots(1, "-YY"),
        RoundOutcome.NO_QUORUM,
        "quorum");
  }

  @Test
  void theLargestWeightsAreStillCountedExactly() {
    int most = Integer.MAX_VALUE;
    RuleSpec spec = Specs.of(Rule.MAJORITY).moreThan(999_999, 1_999_999).spec();

    assertOutcome(Story.opened(spec, most, most, 1).ballots(1, "YNY"), RoundOutcome.ADOPTED, null);
  }

  @ParameterizedTest(name = "at second {0}: {1}")
  @CsvSource({"99, ADOPTED", "100, REJECTED", "101, REJECTED"})
  void aBallotAtTheDeadlineIsLateWheneverItWasDecided(int second, RoundOutcome outcome) {
    RuleSpec spec = Specs.of(Rule.MAJORITY).spec();

    assertThat(Story.opened(spec, 1).ballots(second, "Y").outcome().outcome()).isEqualTo(outcome);
  }

  @Test
  void theLastBallotBeforeTheDeadlineCountsAndEveryOneStaysVisible() {
    Story story =
        Story.opened(Specs.of(Rule.MAJORITY).spec(), 1)
            .ballots(1, "N")
            .ballots(2, "Y")
            .ballots(DEADLINE, "N");

    assertOutcome(story, RoundOutcome.ADOPTED, null);
    assertThat(story.state().ballots()).hasSize(3);
  }

  @Test
  void whoIsNoElectorIsNotCounted() {
    Story story = Story.opened(Specs.of(Rule.MAJORITY).spec(), 1).ballot(1, 7, Choice.YES);

    assertOutcome(story, RoundOutcome.REJECTED, "some-yes");
    assertThat(story.outcome().tally().ballots()).isZero();
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({"YES, ADOPTED,", "NO, REJECTED, not-tied", "ABSTAIN, TIED, not-tied"})
  void aTieIsBrokenByWhoWasNamedForIt(
      Choice choice, RoundOutcome outcome, @Nullable String failed) {
    RuleSpec spec = Specs.of(Rule.MAJORITY).castingWindow(Duration.ofSeconds(10)).spec();

    assertOutcome(Story.opened(spec, "YN").castingVote(DEADLINE + 9, choice), outcome, failed);
    assertOutcome(
        Story.opened(spec, "YN").castingVote(DEADLINE + 10, choice), RoundOutcome.TIED, "not-tied");
    assertOutcome(
        Story.opened(spec, "YNN").castingVote(1, choice), RoundOutcome.REJECTED, "threshold");
  }

  @Test
  void aCastingVoteCannotMakeAMajorityOfAllOutOfATie() {
    RuleSpec spec = Specs.of(Rule.MAJORITY).base(Base.ELECTORATE).spec();

    assertOutcome(
        Story.opened(spec, "YN--").castingVote(1, Choice.YES), RoundOutcome.REJECTED, "threshold");
  }

  @Test
  void aRecusalShrinksTheElectorateAndCanLeaveARuleThatCannotBeMet() {
    RuleSpec two = Specs.of(Rule.MAJORITY).heads(2).spec();
    RuleSpec half = Specs.of(Rule.MAJORITY).quorum(1, 2).spec();

    assertOutcome(Story.opened(two, "YY").recuse(2, 1), RoundOutcome.BLOCKED, "quorum-possible");
    assertOutcome(Story.opened(two, "Y").recuse(2, 0), RoundOutcome.BLOCKED, "electors-left");
    assertOutcome(Story.opened(half, "Y--"), RoundOutcome.NO_QUORUM, "quorum");
    assertOutcome(Story.opened(half, "Y--").recuse(2, 2), RoundOutcome.ADOPTED, null);
    assertOutcome(Story.opened(half, "Y--").recuse(2, 0), RoundOutcome.NO_QUORUM, "quorum");
    assertOutcome(Story.opened(half, "Y--").recuse(DEADLINE, 2), RoundOutcome.NO_QUORUM, "quorum");
  }

  @Test
  void anAgreementThatIsMissingRejectsAndTheLastOneCounts() {
    RuleSpec spec = Specs.of(Rule.MAJORITY).mustAgree(FINANCE, LEGAL).spec();

    assertOutcome(Story.opened(spec, "Y"), RoundOutcome.REJECTED, "agreement");
    assertOutcome(
        Story.opened(spec, "Y").agree(1, FINANCE, true), RoundOutcome.REJECTED, "agreement");
    Story both = Story.opened(spec, "Y").agree(1, FINANCE, true).agree(1, LEGAL, true);
    assertOutcome(both, RoundOutcome.ADOPTED, null);
    assertOutcome(both.agree(2, LEGAL, false), RoundOutcome.REJECTED, "agreement");
  }

  @Test
  void aVetoStopsWithinItsWindowUnlessOverridden() {
    RuleSpec spec =
        Specs.of(Rule.MAJORITY)
            .vetoers(Duration.ofSeconds(10), Fraction.TWO_THIRDS, FINANCE)
            .spec();

    assertOutcome(
        Story.opened(spec, "Y--").veto(DEADLINE + 9, FINANCE), RoundOutcome.VETOED, "no-veto");
    assertOutcome(
        Story.opened(spec, "Y--").veto(DEADLINE + 10, FINANCE), RoundOutcome.ADOPTED, null);
    assertOutcome(Story.opened(spec, "YY-").veto(1, FINANCE), RoundOutcome.ADOPTED, null);
    assertOutcome(Story.opened(spec, "Y--").veto(1, LEGAL), RoundOutcome.ADOPTED, null);
  }

  @ParameterizedTest(name = "advice {0} at {1}, decides {2} at {3}, reasoned {4}: {5} {6}")
  @CsvSource({
    "FOR,     10, YES, 20, false, ADOPTED,",
    "FOR,     10, NO,  20, false, REJECTED, decider-yes",
    "AGAINST, 10, YES, 20, true,  ADOPTED,",
    "AGAINST, 10, YES, 20, false, REJECTED, deviation-reasoned",
    "FOR,     30, YES, 20, false, LAPSED,   advisers-heard",
    "FOR,     99, YES, 50, false, ADOPTED,",
    "FOR,     99, YES, 49, false, LAPSED,   advisers-heard",
    "FOR,     10, YES, 100, false, LAPSED,  decider-answered"
  })
  void advice(
      Stance stance,
      int advised,
      Choice choice,
      int decided,
      boolean reasoned,
      RoundOutcome outcome,
      @Nullable String failed) {
    Story story = Story.opened(Specs.of(Rule.ADVICE).advisers(FINANCE).spec(), 1);
    if (advised <= decided) {
      story.advise(advised, FINANCE, stance).ballot(decided, 0, choice, reasoned);
    } else {
      story.ballot(decided, 0, choice, reasoned).advise(advised, FINANCE, stance);
    }

    assertOutcome(story, outcome, failed);
  }

  @Test
  void aMandatedRoundIsTheDecidersAlone() {
    RuleSpec spec = Specs.of(Rule.MANDATED).spec();

    assertOutcome(Story.opened(spec, "Y"), RoundOutcome.ADOPTED, null);
    assertOutcome(Story.opened(spec, "N"), RoundOutcome.REJECTED, "decider-yes");
    assertOutcome(Story.opened(spec, "-"), RoundOutcome.LAPSED, "decider-answered");
    assertOutcome(
        Story.opened(spec, 1, 1).recuse(1, 0).ballots(2, "YY"),
        RoundOutcome.BLOCKED,
        "decider-left");
  }

  @Test
  void aRoundEndsAtItsDeadlineAndLaterWhereSomethingCanStillBeSaid() {
    RuleSpec majority = Specs.of(Rule.MAJORITY).castingWindow(Duration.ofSeconds(10)).spec();
    RuleSpec vetoed = Specs.of(Rule.MAJORITY).vetoers(Duration.ofSeconds(5), null, LEGAL).spec();
    RuleSpec alone = Specs.of(Rule.MANDATED).spec();

    assertThat(Outcomes.closableFrom(Story.opened(majority, "YYN").state()))
        .isEqualTo(at(DEADLINE));
    assertThat(Outcomes.closableFrom(Story.opened(majority, "YN").state()))
        .isEqualTo(at(DEADLINE + 10));
    assertThat(
            Outcomes.closableFrom(Story.opened(majority, "YN").castingVote(1, Choice.YES).state()))
        .isEqualTo(at(DEADLINE));
    assertThat(Outcomes.closableFrom(Story.opened(vetoed, "Y").state()))
        .isEqualTo(at(DEADLINE + 5));
    assertThat(Outcomes.closableFrom(Story.opened(alone, "Y").state())).isEqualTo(at(1));
    assertThat(Outcomes.closableFrom(Story.opened(alone, "-").state())).isEqualTo(at(DEADLINE));
  }

  private static void assertOutcome(Story story, RoundOutcome outcome, @Nullable String failed) {
    Computed computed = story.outcome();
    assertThat(computed.outcome()).as("%s", computed).isEqualTo(outcome);
    assertThat(computed.failed()).as("%s", computed).isEqualTo(failed);
  }
}
