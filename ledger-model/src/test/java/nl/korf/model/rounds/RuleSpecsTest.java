package nl.korf.model.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.RuleId;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.rounds.RuleSpecs.Preset;
import nl.korf.model.rounds.RuleSpecs.Problem;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSpecsTest {

  private static final Party COUNCIL = Party.of(new GroupId("council"));

  static Stream<Preset> presets() {
    return RuleSpecs.presets().stream();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aPresetIsARuleARoundCanBeHeldUnder(Preset preset) {
    assertThat(RuleSpecs.problems(preset.spec())).isEmpty();
    assertThat(RuleSpecs.preset(preset.ref())).contains(preset.spec());
    assertThat(preset.name().nl()).isNotBlank();
    assertThat(preset.name().en()).isNotBlank();
  }

  @Test
  void everyPresetHasAReferenceOfItsOwnAndAnotherVersionIsNone() {
    assertThat(presets().map(Preset::ref)).doesNotHaveDuplicates();
    assertThat(RuleSpecs.preset(new RuleRef(new RuleId("preset-unanimity"), 2))).isEmpty();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("rule", Specs.of(Rule.UNKNOWN)),
        Arguments.of("quorumHeads", Specs.of(Rule.MAJORITY).heads(-1)),
        Arguments.of("threshold", Specs.of(Rule.SUPERMAJORITY).atLeast(1, 2)),
        Arguments.of("threshold", Specs.of(Rule.MAJORITY).moreThan(1, 1)),
        Arguments.of("threshold", Specs.of(Rule.MAJORITY).moreThan(5_001, 10_001)),
        Arguments.of("quorum", Specs.of(Rule.MAJORITY).quorum(1, Integer.MAX_VALUE)),
        Arguments.of(
            "vetoOverride",
            Specs.of(Rule.MAJORITY).vetoers(null, new Fraction(10_000, 10_001), COUNCIL)),
        Arguments.of("objectionRoundsMax", Specs.of(Rule.CONSENT).objectionRounds(-1)),
        Arguments.of("lateQuorum", Specs.of(Rule.MAJORITY).lateQuorum(Duration.ofHours(1))),
        Arguments.of(
            "lateQuorum", Specs.of(Rule.MAJORITY).quorum(1, 2).lateQuorum(Duration.ofDays(8))),
        Arguments.of("advisers", Specs.of(Rule.ADVICE)),
        Arguments.of("advisers", Specs.of(Rule.MAJORITY).advisers(COUNCIL)),
        Arguments.of("mustAgree", Specs.of(Rule.MAJORITY).mustAgree(COUNCIL, COUNCIL)),
        Arguments.of("vetoWindow", Specs.of(Rule.MAJORITY).vetoers(Duration.ofDays(1), null)),
        Arguments.of("vetoOverride", Specs.of(Rule.MAJORITY).vetoers(null, Fraction.TWO_THIRDS)),
        Arguments.of("vetoOverride", Specs.of(Rule.MAJORITY).vetoers(null, Fraction.HALF, COUNCIL)),
        Arguments.of(
            "castingVoteWindow", Specs.of(Rule.CONSENT).castingWindow(Duration.ofDays(1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void whatIsWrongIsNamed(String field, Specs specs) {
    assertThat(RuleSpecs.problems(specs.spec())).extracting(Problem::field).containsExactly(field);
  }

  @Test
  void theGreatestRoundThatCanBeOpenedCanBeClosed() {
    int electors = 2_000;
    RuleSpec spec = Specs.of(Rule.MAJORITY).quorum(9_999, 10_000).moreThan(5_001, 10_000).spec();
    List<Elector> electorate =
        IntStream.range(0, electors)
            .mapToObj(i -> new Elector(Story.person(i), RuleSpecs.WEIGHT_MAX, null))
            .toList();
    Map<nl.korf.model.PersonId, Choice> all =
        electorate.stream().collect(Collectors.toMap(Elector::person, _ -> Choice.YES));

    assertThat(RuleSpecs.problems(spec)).isEmpty();
    assertThat(preview(spec, electorate, all, 0).outcome()).isEqualTo(RoundOutcome.ADOPTED);
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() {
    RuleSpec spec =
        Specs.of(Rule.ADVICE).heads(-1).vetoers(Duration.ofDays(-1), Fraction.HALF).spec();

    assertThat(RuleSpecs.problems(spec))
        .extracting(Problem::field)
        .contains("quorumHeads", "advisers", "vetoWindow", "vetoOverride");
  }

  @Test
  void aPreviewSaysWhatItWouldBe() {
    List<Elector> electorate =
        Stream.of(0, 1, 2).map(i -> new Elector(Story.person(i), 1, null)).toList();
    RuleSpec majority = Specs.of(Rule.MAJORITY).spec();

    Computed tied =
        preview(
            majority,
            electorate,
            Map.of(Story.person(0), Choice.YES, Story.person(1), Choice.NO),
            0);
    Computed adopted = preview(majority, electorate, Map.of(Story.person(0), Choice.YES), 0);
    Computed objected = preview(Specs.of(Rule.CONSENT).spec(), electorate, Map.of(), 2);

    assertThat(tied.outcome()).isEqualTo(RoundOutcome.TIED);
    assertThat(adopted.outcome()).isEqualTo(RoundOutcome.ADOPTED);
    assertThat(objected.failed()).isEqualTo("no-objection-standing");
    assertThat(objected.tally().openObjections()).isEqualTo(2);
  }

  private static Computed preview(
      RuleSpec spec,
      List<Elector> electorate,
      Map<nl.korf.model.PersonId, Choice> ballots,
      int objections) {
    return new Preview(
            spec,
            electorate,
            ballots,
            List.of(),
            objections,
            Map.of(),
            Map.of(),
            List.of(),
            null,
            null)
        .outcome();
  }
}
