package nl.korf.service.directives;

import static nl.korf.service.directives.Sample.hold;
import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.DirectiveId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.directives.Effects;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.service.groups.RemoveMember;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerDirectiveTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @BeforeEach
  void aHold() {
    ledger.send(Estate.MINISTER, hold());
  }

  private DirectiveAnswered answered(PersonId by) {
    return (DirectiveAnswered) ledger.send(by, answer("We ask to be heard.")).getFirst();
  }

  private static AnswerDirective answer(@Nullable String text) {
    return new AnswerDirective(Sample.HOLD, text, null);
  }

  @Test
  void aMemberRepliesAndWhoLeadsRepliesForTheGroup() {
    assertThat(answered(Estate.MEMBER).onBehalfOf()).isNull();
    assertThat(answered(Estate.LEAD).onBehalfOf()).isEqualTo(Party.of(Estate.GROUP));
  }

  @Test
  void theProposerRepliesAlsoAfterLeavingTheGroup() {
    ledger.send(Estate.MEMBER, new RemoveMember(Estate.GROUP, Estate.MEMBER, null, null));

    assertThat(answered(Estate.MEMBER).person()).isEqualTo(Estate.MEMBER);
  }

  @Test
  void whatHasLapsedCanStillBeAnswered() {
    ledger.pass(Effects.HOLD_TERM);

    assertThat(answered(Estate.LEAD).directive()).isEqualTo(Sample.HOLD);
  }

  @Test
  void whoeverIsNotConcernedDoesNotReply() {
    assertThat(ledger.refused(Estate.OUTSIDER, answer("Hm.")).refusal())
        .isEqualTo(Refusal.NO_RIGHT_OF_REPLY);
  }

  @Test
  void aReplySaysSomethingToADirectiveThatIsThere() {
    assertThat(ledger.refused(Estate.LEAD, answer(" ")).refusal()).isEqualTo(Refusal.VALUE_MISSING);
    assertThat(
            ledger
                .refused(Estate.LEAD, new AnswerDirective(new DirectiveId("no"), "Hm.", null))
                .refusal())
        .isEqualTo(Refusal.DIRECTIVE_UNKNOWN);
  }
}
