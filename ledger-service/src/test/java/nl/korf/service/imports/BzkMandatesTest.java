package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Obligation;
import nl.korf.model.money.VatBasis;
import nl.korf.projections.AsOf;
import nl.korf.projections.knowledge.ReadModelKnowledge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The set bzk-mandates: a register of mandates with amounts. */
class BzkMandatesTest {

  private static final String SET = "bzk-mandates";
  private static @Nullable ImportLab lab;
  private static @Nullable ImportReport report;

  @BeforeAll
  static void imports() {
    Path _ = RealData.folder(SET);
    lab = new ImportLab();
    report = RealData.imported(SET, lab);
  }

  @AfterAll
  static void closes() {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void everyMandateIsTakenAndWhatIsNotRecordedIsTold() {
    assertThat(Objects.requireNonNull(report).exitCode()).isZero();
    assertThat(granted()).hasSize(94);
    assertThat(Objects.requireNonNull(report).lines())
        .anyMatch(line -> line.contains("509 rows read, not recorded"));
  }

  @Test
  void anAmountKeepsItsVatBasisAndItsBound() {
    assertThat(terms("m-bzk-fin-dir-v2").limits())
        .containsExactly(
            Limit.perAct(
                "commitments", Amount.euro(2_000_000, VatBasis.INCLUSIVE), Bound.INCLUSIVE));
    assertThat(terms("m-rgd-pa-works").limits())
        .containsExactly(
            Limit.perAct("works", Amount.euro(600_000, VatBasis.EXCLUSIVE), Bound.EXCLUSIVE));
    assertThat(terms("m-rgd-pd-pay").limits()).containsExactly(Limit.unlimited("payments"));
  }

  @Test
  void aGeneralMandateWithoutAmountsKeepsItsStatedMeaning() {
    assertThat(terms("m-bzk-sg").amountsStated()).isFalse();
    assertThat(terms("m-bzk-sg").limits()).isEmpty();
    assertThat(terms("m-bzk-fin-dir-v2").facetOf()).isEqualTo(new MandateId("m-bzk-dir"));
  }

  @Test
  void aSourcesOwnRecordingDateIsAnAttribute() {
    RecordedFact fact = fact("m-rgd-dir");

    assertThat(fact.envelope().effectiveAt()).isEqualTo("2012-07-25T22:00:00Z");
    assertThat(Objects.requireNonNull(fact.envelope().imported()).attributes())
        .containsEntry("recorded_from", "2013-12-04");
  }

  @Test
  void aMandateBelowALapsedOneIsNotEffectiveAndTheAncestorIsNamed(@TempDir Path temporary) {
    new Folder(temporary)
        .with("people.csv", "id,name", "head,Head of department")
        .with("appointments.csv", "person,role,from", "head,f-rgd-ah,2013-01-01");
    assertThat(lab().run(temporary).exitCode()).isZero();
    String set = String.valueOf(temporary.getFileName()).toLowerCase(java.util.Locale.ROOT);
    PersonId head = lab().person(set.replaceAll("[^a-z0-9-]+", "-"), "head");

    CompetenceProof before = check(head, Instant.parse("2014-07-29T10:00:00Z"));
    CompetenceProof after = check(head, Instant.parse("2014-07-31T10:00:00Z"));

    assertThat(before.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(before.values().get("missing")).startsWith("an amount");
    assertThat(after.verdict()).isEqualTo(Verdict.NOT_COMPETENT);
    assertThat(after.values())
        .containsEntry("ancestor", "m-bzk-ad")
        .containsEntry("used", "m-rgd-ah");
  }

  @Test
  void aRebuildGivesTheSame() {
    assertThat(RealData.rebuilt(SET, lab())).isPositive();
  }

  private static CompetenceProof check(PersonId person, Instant on) {
    Act act =
        new Act(
            new PowerId("p-rgd-works"),
            MandateKind.PROXY,
            new BodyId("minister-bzk"),
            null,
            null,
            null,
            null,
            Obligation.once("works", Amount.euro(1_000_000, VatBasis.EXCLUSIVE)),
            List.of());
    AsOf asOf = new AsOf(lab().head(), on);
    CompetenceProof proof =
        AuthorityCheck.check(person, act, new ReadModelKnowledge(lab().reads(), asOf));
    System.out.println(on + ": " + proof.verdict() + " " + proof.failed() + " " + proof.values());
    return proof;
  }

  private static MandateTerms terms(String mandate) {
    return switch (fact(mandate).fact()) {
      case MandateGranted granted -> granted.terms();
      case SubMandateGranted granted -> granted.terms();
      default -> throw new IllegalStateException(mandate);
    };
  }

  private static RecordedFact fact(String mandate) {
    return Objects.requireNonNull(granted().get(mandate), mandate);
  }

  private static Map<String, RecordedFact> granted() {
    Map<String, RecordedFact> granted = new java.util.TreeMap<>();
    for (RecordedFact fact : lab().facts()) {
      if (fact.fact() instanceof MandateGranted grant) {
        granted.put(grant.mandate().value(), fact);
      } else if (fact.fact() instanceof SubMandateGranted grant) {
        granted.put(grant.mandate().value(), fact);
      }
    }
    return granted;
  }

  private static ImportLab lab() {
    return Objects.requireNonNull(lab);
  }
}
