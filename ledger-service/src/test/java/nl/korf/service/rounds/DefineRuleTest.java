package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RuleId;
import nl.korf.model.facts.RuleEvent.RuleDefined;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class DefineRuleTest {

  private final Council council = new Council();
  private final MemoryLedger ledger = council.ledger;

  @Test
  void whoLeadsTheGroupLaysDownItsRulesAndVersionsCountOn() {
    RuleDefined first = defined(Council.rule(Council.majority()));
    RuleDefined second = defined(Council.rule(Council.consent()));

    assertThat(first.version()).isEqualTo(1);
    assertThat(second.version()).isEqualTo(2);
    assertThat(first.spec().rule()).isEqualTo(Rule.MAJORITY);
    assertThat(ledger.refused(Estate.MEMBER, Council.rule(Council.consent())).refusal())
        .isEqualTo(Refusal.NOT_GROUP_LEAD);
  }

  @Test
  void aRuleForEveryGroupIsLaidDownByARegistrar() {
    DefineRule everybodys =
        new DefineRule(
            new RuleId("common"), Estate.name("Common"), null, AskedSpec.of(Council.majority()));

    assertThat(ledger.refused(Estate.LEAD, everybodys).refusal()).isEqualTo(Refusal.NOT_GROUP_LEAD);
    assertThat(ledger.send(everybodys)).hasSize(1);
  }

  @Test
  void aRuleStaysThatOfItsGroup() {
    defined(Council.rule(Council.majority()));
    GroupId other = new GroupId("other");
    ledger.send(new FormGroup(other, Estate.name("Other"), "team", null, null, null, null));

    DefineRule taken =
        new DefineRule(Council.RULE, Estate.name("Rule"), other, AskedSpec.of(Council.majority()));

    assertThat(ledger.refused(taken).refusal()).isEqualTo(Refusal.RULE_OF_ANOTHER_GROUP);
  }

  @Test
  void whoIsToBeHeardMustExist() {
    Party nobody = Party.of(new PersonId("p-nobody"));

    assertThat(ledger.refused(Council.rule(Council.heard(nobody, nobody))).refusal())
        .isEqualTo(Refusal.PERSON_UNKNOWN);
  }

  @Test
  void aFallbackMustBeARuleOfThisLedger() {
    RuleSpec spec = Council.fallingBack(new RuleRef(new RuleId("nowhere"), 1));

    assertThat(ledger.refused(Council.rule(spec)).refusal()).isEqualTo(Refusal.RULE_UNKNOWN);
  }

  @Test
  void aRuleThatCannotWorkIsRefusedWithAllThatIsWrong() {
    assertThat(ledger.refused(Council.rule(Council.of(Rule.UNKNOWN))).refusal())
        .isEqualTo(Refusal.RULE_INCONSISTENT);
  }

  private RuleDefined defined(DefineRule command) {
    return (RuleDefined) ledger.send(Estate.LEAD, command).getFirst();
  }
}
