package nl.korf.service.directives;

import static nl.korf.service.directives.Sample.LATER;
import static nl.korf.service.directives.Sample.MINISTER;
import static nl.korf.service.directives.Sample.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Subject;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.service.bodies.RegisterBody;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.initiatives.ProposeInitiative;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After a power passed to another body, whoever gave it away has policy rules left. */
class UnderDelegationTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  /** A power that passed to another body: the minister is left with policy rules. */
  @ParameterizedTest
  @CsvSource({
    "RECOMMEND, ",
    "INSTRUCT, POWER_PASSED_ON",
    "HOLD, POWER_PASSED_ON",
    "CALL_IN, POWER_PASSED_ON",
    "REPLACE, POWER_PASSED_ON"
  })
  void underDelegationNothingThatBindsIsLeft(DirectiveType type, @Nullable Refusal refusal) {
    Subject target = delegated();
    @Nullable Instant end = type == DirectiveType.HOLD ? null : LATER;
    IssueDirective asked = issue("d-1", type, target, MINISTER, Estate.leaseOf(1, 1), end);

    if (refusal == null) {
      assertThat(ledger.send(Estate.MINISTER, asked)).hasSize(1);
    } else {
      assertThat(ledger.refused(Estate.MINISTER, asked).reasons())
          .anySatisfy(reason -> {
            assertThat(reason.refusal()).isEqualTo(refusal);
            assertThat(reason.message("en")).contains("m-agency", "body:agency");
          });
    }
  }

  private Subject delegated() {
    BodyId agency = new BodyId("agency");
    GroupId desk = new GroupId("desk");
    InitiativeId initiative = new InitiativeId("agency-lease");
    ledger.send(
        new RegisterBody(
            agency,
            Estate.name("Agency"),
            new RegisterNumber(Register.OIN, "00000001234567890001"),
            "agency",
            null,
            null));
    ledger.send(new FormGroup(desk, Estate.name("Desk"), "team", null, agency, null, null));
    ledger.send(
        new ProposeInitiative(
            initiative, Estate.name("Lease"), desk, null, null, null, null, null));
    ledger.given(
        new MandateGranted(
            new MandateId("m-agency"),
            new MandateTerms(
                MandateKind.DELEGATION,
                List.of(),
                Nature.GRANTED,
                Estate.BODY,
                MINISTER,
                Party.of(agency),
                Estate.LEASES,
                Scope.INHERITED,
                List.of(),
                true,
                List.of(),
                List.of(),
                null,
                null,
                SubMandating.NO,
                0,
                null,
                null,
                LegalReference.cited("Wet op de agentschappen"),
                null)));
    return Subject.of(initiative);
  }
}
