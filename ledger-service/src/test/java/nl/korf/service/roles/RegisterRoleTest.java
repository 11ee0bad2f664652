package nl.korf.service.roles;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.model.RoleId;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.service.bodies.DissolveBody;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterRoleTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aRoleBelongsToABodyThatExists() {
    ledger.send(new DissolveBody(Estate.BODY, null));

    assertThat(ledger.refused(role(new RoleId("r-1"), null)).refusal())
        .isEqualTo(Refusal.BODY_DISSOLVED);
  }

  @Test
  void aRoleCanBeACaseOfAWiderOne() {
    assertThat(ledger.send(role(new RoleId("r-1"), Estate.DIRECTOR_ROLE))).hasSize(1);
    assertThat(ledger.refused(role(new RoleId("r-2"), new RoleId("nowhere"))).refusal())
        .isEqualTo(Refusal.ROLE_UNKNOWN);
  }

  private static RegisterRole role(RoleId id, @Nullable RoleId wider) {
    return new RegisterRole(
        id, Estate.name("Head"), Estate.BODY, null, null, wider, Cardinality.MANY, null);
  }
}
