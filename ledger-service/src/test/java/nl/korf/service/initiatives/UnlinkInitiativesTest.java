package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.InitiativeEvent.Relation;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class UnlinkInitiativesTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aRelationEndsOnce() {
    InitiativeId other = new InitiativeId("other");
    ledger.send(Estate.propose(other));
    ledger.send(new LinkInitiatives(Estate.INITIATIVE, Relation.PART_OF, other));

    assertThat(
            ledger.send(
                Estate.MEMBER, new UnlinkInitiatives(Estate.INITIATIVE, Relation.PART_OF, other)))
        .hasSize(1);
    assertThat(
            ledger
                .refused(new UnlinkInitiatives(Estate.INITIATIVE, Relation.PART_OF, other))
                .refusal())
        .isEqualTo(Refusal.NOT_LINKED);
  }
}
