package nl.korf.service.directives;

import static nl.korf.service.directives.Sample.INITIATIVE;
import static nl.korf.service.directives.Sample.LATER;
import static nl.korf.service.directives.Sample.MINISTER;
import static nl.korf.service.directives.Sample.hold;
import static nl.korf.service.directives.Sample.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import nl.korf.model.DecisionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Subject;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.directives.Effects;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.service.initiatives.WithdrawInitiative;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueDirectiveTest {

  private final MemoryAuthority authority = new MemoryAuthority();
  private final MemoryLedger ledger = Estate.standing(authority);

  @Test
  void aHoldNamesItsGroupItsPrincipalAndItsEnd() {
    Instant now = ledger.now();
    DirectiveIssued issued = issued(Estate.MINISTER, hold());

    assertThat(issued.group()).isEqualTo(Estate.GROUP);
    assertThat(issued.principal()).isEqualTo(Estate.BODY);
    assertThat(issued.by()).isEqualTo(Estate.MINISTER);
    assertThat(issued.competence()).isNull();
    assertThat(issued.expiresAt()).isEqualTo(now.plus(Effects.HOLD_TERM));
  }

  @Test
  void everybodyWithARoleCanRecommend() {
    IssueDirective recommendation =
        issue(
            "d-1", DirectiveType.RECOMMEND, INITIATIVE, Party.of(Estate.OFFICER_ROLE), null, LATER);

    assertThat(issued(Estate.OFFICER, recommendation).principal()).isNull();
  }

  @Test
  void callingInCarriesTheProofOfThePowerItself() {
    DirectiveIssued issued =
        issued(
            Estate.MINISTER,
            issue("d-1", DirectiveType.CALL_IN, INITIATIVE, MINISTER, Estate.leaseOf(1, 1), LATER));

    CompetenceProof proof = Objects.requireNonNull(issued.competence());
    assertThat(proof.verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(proof.values()).containsEntry("attributedTo", "minister");
    assertThat(authority.checks()).extracting(check -> check.gate()).contains("IssueDirective");
    assertThat(authority.checks())
        .as("one row for each party the issuer counts as")
        .extracting(check -> check.question().decider().toString())
        .containsExactly("role:r-minister", "body:minister");
  }

  @Test
  void aGrantorStandsAboveWhatWasDecidedUnderItsMandate() {
    ledger.send(Estate.OFFICER, Estate.lease("d-1", 1_000, 1));
    Subject decision = Subject.of(new DecisionId("d-1"));

    DirectiveIssued issued =
        issued(
            Estate.DIRECTOR,
            issue(
                "d-2",
                DirectiveType.REPLACE,
                decision,
                Party.of(Estate.DIRECTOR_ROLE),
                null,
                LATER));

    assertThat(issued.act()).isEqualTo(Estate.leaseOf(1_000, 1).act());
    assertThat(Objects.requireNonNull(issued.competence()).path()).hasSize(1);
  }

  @Test
  void aRegistrarRecordsWhatTheMinisterDid() {
    IssueDirective asked = hold();
    assertThat(ledger.send(by(asked, Estate.MINISTER))).hasSize(1);
    assertThat(ledger.refused(Estate.LEAD, by(asked, Estate.MINISTER)).refusal())
        .isEqualTo(Refusal.ACTS_AS_ANOTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "not the issuer, NOT_THE_ISSUER",
    "identifier again, DIRECTIVE_ID_TAKEN",
    "a role that is not there, ROLE_UNKNOWN",
    "a body that is not there, BODY_UNKNOWN",
    "a person as issuer, VALUE_MALFORMED",
    "no reason, VALUE_MISSING",
    "no words, VALUE_MISSING",
    "no end, VALUE_MISSING",
    "no act, VALUE_MISSING",
    "no such initiative, INITIATIVE_UNKNOWN",
    "no such round, ROUND_UNKNOWN",
    "no such decision, DECISION_UNKNOWN",
    "no such group, GROUP_UNKNOWN",
    "withdrawn, INITIATIVE_WITHDRAWN",
    "decided already, NOTHING_LEFT_TO_DECIDE",
    "held already, HOLD_STANDS",
    "too long, HOLD_TOO_LONG",
    "ends before it begins, PERIOD_EMPTY",
    "not above, NOT_ABOVE",
    "power gone, RETAINS_NO_POWER",
  })
  void aDirectiveIsRefused(String what, Refusal refusal) {
    PersonId by =
        switch (what) {
          case "not the issuer" -> Estate.LEAD;
          case "not above", "power gone" -> Estate.DIRECTOR;
          default -> Estate.MINISTER;
        };
    given(what);

    assertThat(ledger.refused(by, refused(what)).refusal()).isEqualTo(refusal);
  }

  private void given(String what) {
    switch (what) {
      case "identifier again", "held already" -> ledger.send(Estate.MINISTER, hold());
      case "withdrawn" ->
          ledger.send(Estate.MEMBER, new WithdrawInitiative(Estate.INITIATIVE, "No"));
      case "decided already" -> ledger.send(Estate.OFFICER, Estate.lease("d-1", 1_000, 1));
      case "power gone" -> {
        ledger.send(Estate.OFFICER, Estate.lease("d-1", 1_000, 1));
        ledger.given(new MandateRevoked(Estate.ROOT, null, null));
      }
      default -> {}
    }
  }

  private IssueDirective refused(String what) {
    Party director = Party.of(Estate.DIRECTOR_ROLE);
    Subject decision = Subject.parse("decision:d-1");
    return switch (what) {
      case "a role that is not there" ->
          issue("d", DirectiveType.HOLD, INITIATIVE, Party.parse("role:no"), null, null);
      case "a body that is not there" ->
          issue("d", DirectiveType.HOLD, INITIATIVE, Party.parse("body:no"), null, null);
      case "a person as issuer" ->
          issue("d", DirectiveType.HOLD, INITIATIVE, Party.of(Estate.MINISTER), null, null);
      case "no reason" -> without(hold(), "In words.", null);
      case "no words" ->
          without(
              issue("d", DirectiveType.INSTRUCT, INITIATIVE, MINISTER, null, LATER),
              null,
              "Because.");
      case "no end" -> issue("d", DirectiveType.INSTRUCT, INITIATIVE, MINISTER, null, null);
      case "no act" -> issue("d", DirectiveType.CALL_IN, INITIATIVE, MINISTER, null, LATER);
      case "no such initiative" -> hold("d", Subject.parse("initiative:no"));
      case "no such round" -> hold("d", Subject.parse("round:no"));
      case "no such decision" -> hold("d", Subject.parse("decision:no"));
      case "no such group" -> hold("d", Subject.parse("group:no"));
      case "decided already" -> hold("d", decision);
      case "held already" -> hold("d", INITIATIVE);
      case "too long" ->
          issue(
              "d",
              DirectiveType.HOLD,
              INITIATIVE,
              MINISTER,
              null,
              ledger.now().plus(Effects.HOLD_TERM).plus(Duration.ofSeconds(1)));
      case "ends before it begins" ->
          issue("d", DirectiveType.HOLD, INITIATIVE, MINISTER, null, ledger.now());
      case "not above" -> issue("d", DirectiveType.HOLD, INITIATIVE, director, null, null);
      case "power gone" -> issue("d", DirectiveType.REPLACE, decision, director, null, LATER);
      default -> hold();
    };
  }

  private static IssueDirective without(
      IssueDirective asked, @Nullable String text, @Nullable String reason) {
    return new IssueDirective(
        asked.directive(),
        asked.type(),
        asked.target(),
        asked.issuer(),
        asked.act(),
        asked.legalBasis(),
        asked.expiresAt(),
        text,
        reason,
        null);
  }

  private static IssueDirective by(IssueDirective asked, PersonId person) {
    return new IssueDirective(
        asked.directive(),
        asked.type(),
        asked.target(),
        asked.issuer(),
        asked.act(),
        asked.legalBasis(),
        asked.expiresAt(),
        asked.text(),
        asked.reason(),
        person);
  }

  @Test
  void aDirectiveDependsOnOthersAimedAtTheSame() {
    ledger.send(Estate.MINISTER, hold());

    assertThat(
            ledger.dependsOn(new DirectiveLifted(Sample.HOLD, INITIATIVE, Estate.MINISTER, null)))
        .isTrue();
  }

  private DirectiveIssued issued(PersonId by, IssueDirective asked) {
    return (DirectiveIssued) ledger.send(by, asked).getFirst();
  }
}
