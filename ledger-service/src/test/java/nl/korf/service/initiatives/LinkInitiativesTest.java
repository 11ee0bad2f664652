package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.facts.InitiativeEvent.InitiativeLinked;
import nl.korf.model.facts.InitiativeEvent.Relation;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class LinkInitiativesTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  private static final InitiativeId OTHER = new InitiativeId("other");
  private static final InitiativeId THIRD = new InitiativeId("third");

  @Test
  void aDirectedRelationNeverClosesACircle() {
    ledger.send(Estate.propose(OTHER));
    ledger.send(Estate.propose(THIRD));
    ledger.send(new LinkInitiatives(Estate.INITIATIVE, Relation.DEPENDS_ON, OTHER));
    ledger.send(new LinkInitiatives(OTHER, Relation.DEPENDS_ON, THIRD));

    Refused refused =
        ledger.refused(new LinkInitiatives(THIRD, Relation.DEPENDS_ON, Estate.INITIATIVE));

    assertThat(refused.refusal()).isEqualTo(Refusal.LINK_CYCLE);
    assertThat(refused.getMessage()).contains("new-office → other → third");
    assertThat(ledger.send(new LinkInitiatives(THIRD, Relation.SEE_ALSO, Estate.INITIATIVE)))
        .hasSize(1);
  }

  /** Beyond the limit nobody knows whether there is a circle, so there is none to come. */
  @Test
  void whatIsTooMuchToLookThroughIsNotLinked() {
    InitiativeId newcomer = new InitiativeId("newcomer");
    InitiativeId nearTheEnd = new InitiativeId("i-900");
    ledger.send(Estate.propose(newcomer));
    ledger.send(Estate.propose(nearTheEnd));
    InitiativeId last = Estate.INITIATIVE;
    for (int i = 0; i < LinkInitiatives.VISITED_MAX; i++) {
      InitiativeId next = new InitiativeId("i-" + i);
      ledger.given(new InitiativeLinked(last, Relation.DEPENDS_ON, next));
      last = next;
    }

    Refused refused =
        ledger.refused(new LinkInitiatives(newcomer, Relation.DEPENDS_ON, Estate.INITIATIVE));

    assertThat(refused.refusal()).isEqualTo(Refusal.LINK_CYCLE);
    assertThat(refused.getMessage()).contains(" → …");
    assertThat(ledger.send(new LinkInitiatives(newcomer, Relation.DEPENDS_ON, nearTheEnd)))
        .hasSize(1);
  }

  @Test
  void anInitiativeIsLinkedToAnotherOnce() {
    ledger.send(Estate.propose(OTHER));
    LinkInitiatives link = new LinkInitiatives(Estate.INITIATIVE, Relation.PART_OF, OTHER);

    assertThat(ledger.send(Estate.MEMBER, link)).hasSize(1);
    assertThat(ledger.refused(link).refusal()).isEqualTo(Refusal.ALREADY_LINKED);
    assertThat(ledger.refused(new LinkInitiatives(OTHER, Relation.PART_OF, OTHER)).refusal())
        .isEqualTo(Refusal.LINK_TO_SELF);
  }
}
