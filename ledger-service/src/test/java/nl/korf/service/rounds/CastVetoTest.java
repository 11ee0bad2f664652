package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.VetoCast;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class CastVetoTest {

  private final Council council =
      Council.holding(Council.heard(Party.of(Estate.OFFICER), Party.of(Estate.BODY)));
  private final MemoryLedger ledger = council.ledger;

  @Test
  void whoEmbodiesTheBodyWithTheVetoCastsItWithAReason() {
    assertThat(ledger.refused(Estate.MINISTER, veto(null)).refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
    assertThat(((VetoCast) ledger.send(Estate.MINISTER, veto("No term")).getFirst()).party())
        .isEqualTo(Party.of(Estate.BODY));
  }

  @Test
  void whoHasNoVetoCastsNone() {
    assertThat(ledger.refused(Estate.OFFICER, veto("No")).refusal())
        .isEqualTo(Refusal.DOES_NOT_ACT_FOR);
    assertThat(
            ledger.refused(Estate.OFFICER, new CastVeto(Council.ROUND, null, "No", null)).refusal())
        .isEqualTo(Refusal.NO_VETO);
  }

  @Test
  void theWindowOpensBeyondTheDeadlineAndCloses() {
    ledger.pass(Council.WEEK.plusDays(1));
    assertThat(ledger.refused(Estate.MEMBER, Council.ballot(Choice.YES)).refusal())
        .isEqualTo(Refusal.TOO_LATE);
    assertThat(ledger.send(Estate.MINISTER, veto("No term"))).hasSize(1);
    ledger.pass(Duration.ofDays(1));

    assertThat(ledger.refused(Estate.MINISTER, veto("No term")).refusal())
        .isEqualTo(Refusal.TOO_LATE);
  }

  private static CastVeto veto(@org.jspecify.annotations.Nullable String reason) {
    return new CastVeto(Council.ROUND, Party.of(Estate.BODY), reason, null);
  }
}
