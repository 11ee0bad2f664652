package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.facts.RoundEvent.AgreementGiven;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class GiveAgreementTest {

  private final Council council =
      Council.holding(Council.heard(Party.of(Estate.OFFICER), Party.of(Estate.BODY)));
  private final MemoryLedger ledger = council.ledger;

  @Test
  void aPartyThatMustAgreeSaysWhetherItDoes() {
    GiveAgreement yes = new GiveAgreement(Council.ROUND, null, true, null, null);

    assertThat(((AgreementGiven) ledger.send(Estate.OFFICER, yes).getFirst()).agrees()).isTrue();
    assertThat(ledger.refused(Estate.LEAD, yes).refusal()).isEqualTo(Refusal.NOT_ASKED_TO_AGREE);
    ledger.pass(Council.WEEK);
    assertThat(ledger.refused(Estate.OFFICER, yes).refusal()).isEqualTo(Refusal.TOO_LATE);
  }
}
