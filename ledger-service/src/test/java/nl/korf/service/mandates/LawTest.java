package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.invariants.Awb;
import nl.korf.model.invariants.Invariant;
import nl.korf.model.invariants.RuleSet;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

/** The law is a named set of rules that a configuration chooses. */
class LawTest {

  /** A law under which everybody may grant to anybody but a body, and nobody writes it down. */
  private static final RuleSet CLUB =
      new RuleSet(
          "club",
          List.of(
              new Invariant(
                  "C1",
                  Refusal.DELEGATE_NOT_A_BODY,
                  proposal ->
                      proposal.grant().terms().holder().kind() == Party.Kind.BODY
                          ? List.of(Map.of("holder", "a body", "power", "any"))
                          : List.of())),
          List.of());

  @Test
  void anotherLawCanBeConfigured() {
    LawConfiguration configuration = new LawConfiguration();

    assertThat(configuration.law("awb", List.of())).isSameAs(Awb.RULES);
    assertThat(configuration.law("club", List.of(new OtherLaw(CLUB)))).isSameAs(CLUB);
  }

  @Test
  void underAnotherLawOtherGrantsAreRefused() {
    MemoryLedger awb = Estate.standing(new MemoryAuthority());
    MemoryLedger club = Estate.ledger(new MemoryAuthority(), CLUB);
    Estate.founding().forEach(club::send);
    GrantMandate withoutDocument =
        new GrantMandate(
            new MandateId("m-1"),
            Estate.terms(Estate.BODY, Party.of(Estate.OUTSIDER)),
            null,
            null,
            null);
    GrantMandate toTheBody =
        new GrantMandate(
            new MandateId("m-2"),
            Estate.terms(Estate.BODY, Party.of(Estate.BODY)),
            null,
            null,
            null);

    assertThat(awb.refused(Estate.DIRECTOR, withoutDocument).reasons())
        .extracting(reason -> reason.refusal())
        .contains(Refusal.NOT_THE_PRINCIPAL, Refusal.RECORD_MISSING);
    assertThat(club.send(Estate.DIRECTOR, withoutDocument)).hasSize(1);
    assertThat(club.refused(Estate.DIRECTOR, toTheBody).refusal())
        .isEqualTo(Refusal.DELEGATE_NOT_A_BODY);
  }

  @Test
  void aLawNobodyKnowsIsRefusedAtTheStartWithThoseThereAre() {
    assertThatThrownBy(() -> new LawConfiguration().law("roman", List.of(new OtherLaw(CLUB))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("korf.law: there is no law 'roman'; the laws known are: awb, club.");
  }
}
