package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.RuleId;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.rounds.RuleSpecs;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.service.groups.AddMember;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.groups.RemoveMember;
import nl.korf.service.initiatives.WithdrawInitiative;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class OpenRoundTest {

  private final Council council = new Council();
  private final MemoryLedger ledger = council.ledger;
  private final AskedRound asked = new AskedRound();

  OpenRoundTest() {
    council.define(Council.majority());
  }

  @Test
  void membersAndWeightsRuleAndDeadlineAreFrozen() {
    Instant now = ledger.now();
    RoundOpened opened = council.opened(Council.plain());

    assertThat(Council.people(opened))
        .containsExactlyInAnyOrder(Estate.LEAD, Estate.MEMBER, Estate.OFFICER);
    assertThat(opened.spec()).isEqualTo(Council.majority());
    assertThat(opened.deadline()).isEqualTo(now.plus(Council.WEEK));
    assertThat(opened.textVersion()).isEqualTo(1);
    assertThat(opened.title()).isEqualTo(Estate.name("New office"));
  }

  @Test
  void whoJoinsLaterHasNoVoiceAndWhoLeavesKeepsIt() {
    council.open(Council.plain());
    ledger.send(new AddMember(Estate.GROUP, Estate.OUTSIDER, null));
    ledger.send(new RemoveMember(Estate.GROUP, Estate.MEMBER, null, null));

    assertThat(ledger.refused(Estate.OUTSIDER, Council.ballot(Choice.NO)).refusal())
        .isEqualTo(Refusal.NOT_AN_ELECTOR);
    assertThat(council.vote(Estate.MEMBER, Choice.YES)).hasSize(1);
  }

  @Test
  void theOpeningRestsOnWhoIsAMemberAndOnTheText() {
    council.open(Council.plain());

    assertThat(ledger.dependsOn(new MemberJoined(Estate.GROUP, Estate.MINISTER, "member")))
        .isTrue();
    assertThat(
            ledger.dependsOn(
                new InitiativeRevised(
                    Estate.INITIATIVE,
                    2,
                    Estate.name("x"),
                    nl.korf.model.initiatives.Bloft.UNANSWERED,
                    List.of(),
                    null)))
        .isTrue();
  }

  @Test
  void severalOrganisationsAnswerThroughPeopleWithWeights() {
    RoundOpened opened =
        council.opened(
            asked
                .by(
                    new AskedElector(Estate.MEMBER, 3, null),
                    new AskedElector(Estate.MINISTER, null, Party.of(Estate.BODY)))
                .command());

    assertThat(opened.electorate())
        .containsExactly(
            new Elector(Estate.MEMBER, 3, null),
            new Elector(Estate.MINISTER, 1, Party.of(Estate.BODY)));
  }

  @Test
  void outsidersDoNotOpenARound() {
    assertThat(ledger.refused(Estate.OUTSIDER, Council.plain()).refusal())
        .isEqualTo(Refusal.NOT_IN_GROUP);
  }

  @Test
  void aGroupWithoutMembersHasNobodyToAsk() {
    List.of(Estate.MEMBER, Estate.OFFICER)
        .forEach(person -> ledger.send(new RemoveMember(Estate.GROUP, person, null, null)));
    ledger.send(new RemoveMember(Estate.GROUP, Estate.LEAD, "lead", null));

    assertThat(ledger.refused(Council.plain()).refusal()).isEqualTo(Refusal.ELECTORATE_EMPTY);
    assertThat(ledger.refused(asked.by().command()).refusal()).isEqualTo(Refusal.ELECTORATE_EMPTY);
  }

  @Test
  void everyElectorIsAKnownMemberOnce() {
    AskedElector member = new AskedElector(Estate.MEMBER, null, null);

    assertThat(refused(asked.by(member, member))).isEqualTo(Refusal.ELECTOR_TWICE);
    assertThat(refused(asked.by(new AskedElector(Estate.OUTSIDER, null, null))))
        .isEqualTo(Refusal.NOT_A_MEMBER);
    assertThat(refused(asked.by(new AskedElector(new PersonId("p-nobody"), null, null))))
        .isEqualTo(Refusal.PERSON_UNKNOWN);
    assertThat(refused(asked.by(new AskedElector(Estate.MEMBER, 1_000_001, null))))
        .isEqualTo(Refusal.VALUE_MALFORMED);
    assertThat(refused(asked.by(new AskedElector(Estate.MEMBER, 0, null))))
        .isEqualTo(Refusal.VALUE_MALFORMED);
  }

  @Test
  void anElectorateHasABound() {
    AskedElector[] many = new AskedElector[Electorates.ELECTORS_MAX + 1];
    java.util.Arrays.setAll(
        many, i -> new AskedElector(new PersonId("p-" + i), null, Party.of(Estate.BODY)));

    assertThat(ledger.refused(asked.by(many).command()).reasons())
        .extracting(Refused.Reason::refusal)
        .contains(Refusal.ELECTORATE_TOO_LARGE);
  }

  @Test
  void theTextIsTheOneThatWasRead() {
    assertThat(refused(asked.onText(7))).isEqualTo(Refusal.TEXT_REVISED_SINCE);
    assertThat(council.open(asked.onText(1).command())).hasSize(1);
  }

  @Test
  void aWithdrawnInitiativeIsNotDecidedAbout() {
    ledger.send(Estate.MEMBER, new WithdrawInitiative(Estate.INITIATIVE, "No"));

    assertThat(refused(asked)).isEqualTo(Refusal.INITIATIVE_WITHDRAWN);
  }

  @Test
  void aGroupDecidesAboutWhatItTakesPartInOnly() {
    GroupId other = new GroupId("other");
    ledger.send(new FormGroup(other, Estate.name("Other"), "team", null, null, null, null));
    ledger.send(new AddMember(other, Estate.OUTSIDER, null));
    DefineRule rule =
        new DefineRule(
            new RuleId("other-rule"), Estate.name("Rule"), other, AskedSpec.of(Council.majority()));
    ledger.send(rule);
    OpenRound foreign =
        new OpenRound(
            null,
            other,
            Estate.INITIATIVE,
            null,
            null,
            null,
            null,
            new RuleRef(new RuleId("other-rule"), 1),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(ledger.refused(foreign).refusal()).isEqualTo(Refusal.NOT_ITS_INITIATIVE);
  }

  @Test
  void oneRoundAtATimeOnOneInitiative() {
    council.open(Council.plain());

    assertThat(refused(asked.as("round-2"))).isEqualTo(Refusal.ROUND_ALREADY_OPEN);
    ledger.send(Estate.LEAD, new WithdrawRound(Council.ROUND, "Anew", null));
    assertThat(council.open(asked.as("round-2").command())).hasSize(1);
    assertThat(refused(asked)).isEqualTo(Refusal.ROUND_ID_TAKEN);
  }

  @Test
  void theRuleIsOneOfTheGroupsInAVersionThereIs() {
    assertThat(refused(asked.under(new RuleRef(new RuleId("nowhere"), 1))))
        .isEqualTo(Refusal.RULE_UNKNOWN);
    assertThat(refused(asked.under(new RuleRef(Council.RULE, 2)))).isEqualTo(Refusal.RULE_UNKNOWN);
  }

  @Test
  void theDeadlineLiesAhead() {
    assertThat(refused(asked.until(ledger.now()))).isEqualTo(Refusal.PERIOD_EMPTY);
    assertThat(council.opened(asked.until(ledger.now().plusSeconds(3_600)).command()).deadline())
        .isBefore(ledger.now().plusSeconds(3_600));
  }

  @Test
  void onlyARuleByWhichOneDecidesHasADecider() {
    assertThat(refused(asked.decidedBy(Estate.OFFICER))).isEqualTo(Refusal.VALUE_MALFORMED);
    council.define(Council.of(Rule.MANDATED));
    RuleRef mandated = new RuleRef(Council.RULE, 2);
    assertThat(refused(asked.under(mandated))).isEqualTo(Refusal.VALUE_MISSING);
    assertThat(council.opened(asked.under(mandated).decidedBy(Estate.OFFICER).command()).decider())
        .isEqualTo(Estate.OFFICER);
  }

  @Test
  void aQuestionWithoutAnInitiativeIsPutInWords() {
    assertThat(ledger.refused(Estate.LEAD, question(null)).refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
    assertThat(ledger.send(Estate.LEAD, question("Shall we meet on Mondays?"))).hasSize(1);
  }

  @Test
  void whoDecidesAloneStandsInTheElectorate() {
    council.define(Council.of(Rule.MANDATED));

    assertThat(refused(asked.under(new RuleRef(Council.RULE, 2)).decidedBy(Estate.OUTSIDER)))
        .isEqualTo(Refusal.NOT_AN_ELECTOR);
  }

  @Test
  void aPresetIsUsedWithoutDefiningIt() {
    RuleRef preset = RuleSpecs.presets().getFirst().ref();

    assertThat(council.opened(asked.under(preset).command()).rule()).isEqualTo(preset);
  }

  private static OpenRound question(@org.jspecify.annotations.Nullable String words) {
    return new OpenRound(
        null,
        Estate.GROUP,
        null,
        null,
        null,
        Estate.name("Mondays"),
        null,
        new RuleRef(Council.RULE, 1),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        words);
  }

  private Refusal refused(AskedRound question) {
    return ledger.refused(question.command()).refusal();
  }
}
