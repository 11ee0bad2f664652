package nl.korf.service.groups;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class AddMemberTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void whoLeadsTheGroupAddsMembers() {
    assertThat(ledger.send(Estate.LEAD, new AddMember(Estate.GROUP, Estate.OUTSIDER, null)))
        .hasSize(1);
    assertThat(ledger.refused(new AddMember(Estate.GROUP, Estate.OUTSIDER, null)).refusal())
        .isEqualTo(Refusal.ALREADY_A_MEMBER);
    assertThat(ledger.send(new AddMember(Estate.GROUP, Estate.OUTSIDER, "chair"))).hasSize(1);
  }

  @Test
  void membersDoNotAddMembers() {
    assertThat(
            ledger
                .refused(Estate.MEMBER, new AddMember(Estate.GROUP, Estate.OUTSIDER, null))
                .refusal())
        .isEqualTo(Refusal.NOT_GROUP_LEAD);
  }

  @Test
  void aMemberIsAPersonOfThisLedger() {
    assertThat(
            ledger.refused(new AddMember(Estate.GROUP, new PersonId("p-nobody"), null)).refusal())
        .isEqualTo(Refusal.PERSON_UNKNOWN);
  }

  @Test
  void twoPeopleJoinAtOnceWithoutAConflict() {
    ledger.send(new AddMember(Estate.GROUP, Estate.OUTSIDER, null));

    assertThat(ledger.dependsOn(new MemberJoined(Estate.GROUP, Estate.MINISTER, "member")))
        .isFalse();
  }
}
