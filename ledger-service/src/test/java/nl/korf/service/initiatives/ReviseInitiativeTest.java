package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class ReviseInitiativeTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aRevisionBuildsOnTheVersionThatWasRead() {
    InitiativeRevised revised =
        (InitiativeRevised) ledger.send(Estate.MEMBER, revise(1)).getFirst();

    assertThat(revised.version()).isEqualTo(2);
    assertThat(revised.title()).isEqualTo(Estate.name("New office"));
    assertThat(ledger.refused(Estate.MEMBER, revise(1)).refusal())
        .isEqualTo(Refusal.TEXT_REVISED_SINCE);
    assertThat(ledger.send(Estate.MEMBER, revise(2))).hasSize(1);
  }

  private static ReviseInitiative revise(int basedOn) {
    return new ReviseInitiative(Estate.INITIATIVE, basedOn, null, null, null, "In the south.");
  }
}
