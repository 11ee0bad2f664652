package nl.korf.service.groups;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.GroupId;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormGroupTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void whoLeadsAGroupFormsOneBelowIt() {
    assertThat(ledger.send(Estate.LEAD, form("sub", Estate.GROUP))).hasSize(1);
    assertThat(ledger.refused(Estate.LEAD, form("other", null)).refusal())
        .isEqualTo(Refusal.NOT_GROUP_LEAD);
    assertThat(ledger.refused(Estate.MEMBER, form("sub-2", Estate.GROUP)).refusal())
        .isEqualTo(Refusal.NOT_GROUP_LEAD);
  }

  @Test
  void aGroupIsNotFormedBelowOneThatStopped() {
    ledger.send(new ArchiveGroup(Estate.GROUP, null));

    assertThat(ledger.refused(form("sub", Estate.GROUP)).refusal())
        .isEqualTo(Refusal.GROUP_NOT_ACTIVE);
  }

  private static FormGroup form(String id, @Nullable GroupId parent) {
    return new FormGroup(
        new GroupId(id), Estate.name("Group"), "team", parent, null, null, "To do things.");
  }
}
