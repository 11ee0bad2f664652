package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.RuleId;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RetireRuleTest {

  private final Council council = new Council();
  private final MemoryLedger ledger = council.ledger;

  @Test
  void noRoundOpensUnderARetiredRuleButOneThatIsOpenGoesOn() {
    council.define(Council.majority());
    council.open(Council.plain());

    assertThat(ledger.send(Estate.LEAD, new RetireRule(Council.RULE, "Consent now"))).hasSize(1);

    assertThat(council.vote(Estate.MEMBER, Choice.YES)).hasSize(1);
    assertThat(ledger.refused(Estate.MEMBER, Council.plain()).reasons())
        .extracting(Refused.Reason::refusal)
        .contains(Refusal.RULE_RETIRED);
    assertThat(ledger.refused(Council.rule(Council.majority())).refusal())
        .isEqualTo(Refusal.RULE_RETIRED);
    assertThat(ledger.refused(new RetireRule(Council.RULE, null)).refusal())
        .isEqualTo(Refusal.RULE_RETIRED);
  }

  @Test
  void membersDoNotRetireARule() {
    council.define(Council.majority());

    assertThat(ledger.refused(Estate.MEMBER, new RetireRule(Council.RULE, null)).refusal())
        .isEqualTo(Refusal.NOT_GROUP_LEAD);
    assertThat(ledger.refused(new RetireRule(new RuleId("nowhere"), null)).refusal())
        .isEqualTo(Refusal.RULE_UNKNOWN);
  }
}
