package nl.korf.service.groups;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.service.bodies.RegisterBody;
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

  /** Whose group it is says whose consent a mandate asks (Awb 10:4, rule M11). */
  @Test
  void whoLeadsAGroupPlacesNoneUnderAnotherBody() {
    BodyId other = new BodyId("province");
    ledger.send(
        new RegisterBody(
            other,
            Estate.name("Province"),
            new RegisterNumber(Register.KVK, "12345678"),
            "province",
            null,
            null));

    Refused refused = ledger.refused(Estate.LEAD, form("sub", Estate.GROUP, other));
    assertThat(refused.refusal()).isEqualTo(Refusal.ORGANISATION_OF_OTHERS);
    assertThat(refused.getMessage()).contains("province", "minister");
    assertThat(ledger.send(Estate.LEAD, form("sub", Estate.GROUP, Estate.BODY))).hasSize(1);
    assertThat(ledger.send(form("sub-2", Estate.GROUP, other))).as("a registrar").hasSize(1);
  }

  @Test
  void aGroupIsNotFormedBelowOneThatStopped() {
    ledger.send(new ArchiveGroup(Estate.GROUP, null));

    assertThat(ledger.refused(form("sub", Estate.GROUP)).refusal())
        .isEqualTo(Refusal.GROUP_NOT_ACTIVE);
  }

  private static FormGroup form(String id, @Nullable GroupId parent) {
    return form(id, parent, null);
  }

  private static FormGroup form(
      String id, @Nullable GroupId parent, @Nullable BodyId organisation) {
    return new FormGroup(
        new GroupId(id), Estate.name("Group"), "team", parent, organisation, null, "To do things.");
  }
}
