package nl.korf.service.groups;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RemoveMemberTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aMemberLeavesByTheirOwnHand() {
    assertThat(
            ledger.send(
                Estate.MEMBER, new RemoveMember(Estate.GROUP, Estate.MEMBER, null, "Moved")))
        .hasSize(1);
    assertThat(ledger.refused(new RemoveMember(Estate.GROUP, Estate.MEMBER, null, null)).refusal())
        .isEqualTo(Refusal.NOT_A_MEMBER);
  }

  @Test
  void anotherMemberDoesNotSendThemAway() {
    assertThat(
            ledger
                .refused(Estate.MEMBER, new RemoveMember(Estate.GROUP, Estate.LEAD, "lead", null))
                .refusal())
        .isEqualTo(Refusal.NOT_GROUP_LEAD);
    assertThat(ledger.send(Estate.LEAD, new RemoveMember(Estate.GROUP, Estate.MEMBER, null, null)))
        .hasSize(1);
  }

  @Test
  void whoLeftNoLongerProposes() {
    ledger.send(Estate.MEMBER, new RemoveMember(Estate.GROUP, Estate.MEMBER, null, null));

    assertThat(ledger.refused(Estate.MEMBER, Estate.propose(new InitiativeId("next"))).refusal())
        .isEqualTo(Refusal.NOT_IN_OWNER_GROUP);
  }
}
