package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class ProposeInitiativeTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aMemberOfTheOwnerGroupProposes() {
    assertThat(ledger.send(Estate.MEMBER, Estate.propose(new InitiativeId("next")))).hasSize(1);
    assertThat(
            ledger.refused(Estate.OUTSIDER, Estate.propose(new InitiativeId("another"))).refusal())
        .isEqualTo(Refusal.NOT_IN_OWNER_GROUP);
    assertThat(ledger.refused(Estate.propose(Estate.INITIATIVE)).refusal())
        .isEqualTo(Refusal.INITIATIVE_ID_TAKEN);
  }

  @Test
  void anInitiativeHasAnOwner() {
    assertThat(
            ledger
                .refused(
                    new ProposeInitiative(
                        null,
                        Estate.name("X"),
                        new GroupId("nowhere"),
                        null,
                        null,
                        null,
                        null,
                        null))
                .refusal())
        .isEqualTo(Refusal.OWNER_GROUP_UNKNOWN);
  }

  @Test
  void withoutAnIdentifierTheLedgerGivesOne() {
    InitiativeProposed proposed =
        (InitiativeProposed)
            ledger
                .send(
                    Estate.MEMBER,
                    new ProposeInitiative(
                        null, Estate.name("X"), Estate.GROUP, null, null, null, null, null))
                .getFirst();

    assertThat(proposed.initiative().value()).startsWith("initiative-");
    assertThat(proposed.stage()).isEqualTo(ProposeInitiative.FIRST_STAGE);
  }
}
