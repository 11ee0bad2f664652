package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.invariants.Awb;
import nl.korf.model.invariants.Grant;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Title 10.1 of the Awb about mandate (text of 2015), article by article, each with a refused case.
 */
class AwbArticlesTest {

  private final World world =
      World.ofTheMinister()
          .body("service", "minister")
          .roleIn("service", "works", null, null)
          .body("water")
          .roleIn("water", "dike-reeve", "water", null)
          .roleIn("water", "keeper", null, null)
          .person("wim")
          .appoint("wim", "dike-reeve")
          .person("kim")
          .appoint("kim", "keeper")
          .group("roofs", "water");

  /** Awb 10:1, 10:2: in the name of the body that holds the power, by who acts as it. */
  @Test
  void article10To1OnlyTheBodyThatHoldsThePowerGrantsIt() {
    assertThat(grant("mia", toSg())).isEmpty();
    assertThat(grant("dirk", toSg())).containsExactly(Refusal.NOT_THE_PRINCIPAL);
    assertThat(grant("wim", Terms.of("role:dike-reeve", "role:keeper").principal("water")))
        .containsExactly(Refusal.PRINCIPAL_LACKS_POWER);
  }

  @ParameterizedTest
  @CsvSource({
    "OPPOSED_BY_NATURE, Awb 10:3(1)",
    "BINDING_REGULATION, Awb 10:3(2)(a)",
    "QUALIFIED_MAJORITY, Awb 10:3(2)(b)",
    "OPPOSED_BY_PROCEDURE, Awb 10:3(2)(b)",
    "APPEAL, Awb 10:3(2)(c)",
    "SUPERVISION, Awb 10:3(2)(d)",
    "RESERVED, M3"
  })
  void article10To3SomePowersAreNeverMandated(PowerFlag flag, String article) {
    world.power("kept", "works", flag);

    List<Reason> reasons = reasons("mia", toSg().power("kept"), Grant.Form.by(World.RECORD));

    assertThat(reasons).extracting(Reason::refusal).containsExactly(Refusal.POWER_MAY_NOT_PASS);
    assertThat(reasons.getFirst().values()).containsEntry("article", article);
    world.grant("m-1", toSg().build());
    assertThat(world.check("sam", Acts.of("kept")).failed()).isEqualTo("power-may-pass");
    assertThat(world.check("mia", Acts.of("kept")).verdict()).isEqualTo(Verdict.COMPETENT);
  }

  @Test
  void article10To3Paragraph3WhoDecidedUnderMandateDoesNotDecideOnTheObjection() {
    world.power("objections", "works", PowerFlag.OBJECTION).grant("m-1", toSg().build());
    world.grant("m-2", Terms.of("role:minister", "role:director").build());
    world.decide("d-1", "sam", Acts.of("works"));
    Act objection = Acts.of("objections", null, "d-1");

    assertThat(world.check("sam", objection).failed()).isEqualTo("not-own-decision");
    assertThat(world.check("dirk", objection).verdict()).isEqualTo(Verdict.COMPETENT);
  }

  @Test
  void article10To3Paragraph4AFineIsNotImposedByWhoReportedIt() {
    world.power("fines", "works", PowerFlag.FINE).grant("m-1", toSg().build());

    CompetenceProof proof = world.check("sam", Acts.of("fines"));

    assertThat(proof.verdict()).isEqualTo(Verdict.SUBJECT_TO);
    assertThat(proof.values().get("conditions")).contains("10:3(4)");
  }

  @Test
  void article10To5AGeneralMandateIsGivenInWriting() {
    assertThat(grant("mia", toSg(), Grant.Form.NONE)).containsExactly(Refusal.RECORD_MISSING);
    assertThat(grant("mia", toSg().scope(oneCase()), Grant.Form.NONE)).isEmpty();
    assertThat(grant("mia", toKeeper().scope(oneCase()), Grant.Form.NONE))
        .as("for one case, but to somebody elsewhere")
        .containsExactly(Refusal.RECORD_MISSING);
  }

  /** Awb 10:6: an instruction binds and does not make incompetent (rule M20). */
  @Test
  void article10To6AnInstructionIsANoteAndNoObstacle() {
    world.grant("m-1", toSg().under(condition(Condition.Kind.INSTRUCTION)).build());
    CompetenceProof proof = world.check("sam", Acts.of("works"));

    assertThat(proof.verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(AuthorityCheck.notes(proof, world.knowledge())).hasSize(1);
    world.grant(
        "m-2",
        Terms.of("role:minister", "role:director")
            .under(condition(Condition.Kind.PRIOR_ADVICE))
            .build());
    assertThat(world.check("dirk", Acts.of("works")).verdict()).isEqualTo(Verdict.SUBJECT_TO);
  }

  @Test
  void article10To7ThePrincipalKeepsThePowerItMandates() {
    world.grant("m-1", toSg().build());

    assertThat(world.check("mia", Acts.of("works")).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("sam", Acts.of("works")).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("carl", Acts.of("works")).verdict()).isEqualTo(Verdict.NOT_COMPETENT);
  }

  @Test
  void article10To8TheGrantorRevokesAtAnyTimeAGeneralMandateInWriting() {
    world.grant("m-1", toSg().build());

    assertThat(revoke("m-1", "mia", World.RECORD)).isEmpty();
    assertThat(revoke("m-1", "mia", null)).containsExactly(Refusal.REVOCATION_NOT_WRITTEN);
    assertThat(revoke("m-1", "sam", World.RECORD)).containsExactly(Refusal.NOT_UPSTREAM);
    world.grant("m-2", Terms.of("role:minister", "role:director").scope(oneCase()).build());
    assertThat(revoke("m-2", "mia", null)).as("not general").isEmpty();
  }

  @Test
  void article10To9ASubMandateNeedsLeave() {
    world.grant("m-1", toSg().subMandating(SubMandating.NO, 1).build());
    Grant below =
        new Grant(
            new MandateId("m-2"),
            new MandateId("m-1"),
            Terms.of("role:sg", "role:officer").build(),
            Grant.Form.by(World.RECORD));

    assertThat(Invariants.ofGrant(below, new PersonId("sam"), world.knowledge(), world.now()))
        .extracting(Reason::refusal)
        .containsExactly(Refusal.SUB_MANDATE_NOT_ALLOWED);
  }

  @Test
  void article10To10AlwaysInTheNameOfTheOriginalPrincipal() {
    world.grant("m-1", toSg().build());
    Grant below =
        new Grant(
            new MandateId("m-2"),
            new MandateId("m-1"),
            Terms.of("role:sg", "role:officer").principal("service").build(),
            Grant.Form.by(World.RECORD));

    assertThat(Invariants.ofGrant(below, new PersonId("sam"), world.knowledge(), world.now()))
        .extracting(Reason::refusal)
        .containsExactly(Refusal.PRINCIPAL_DIFFERS);
  }

  @Test
  void article10To11ASigningMandateNeverDecides() {
    world.grant("m-1", toSg().kind(MandateKind.SIGNATURE).build());
    Act sign = Acts.ofKind(MandateKind.SIGNATURE, "works");
    PersonId sam = new PersonId("sam");

    assertThat(world.check("sam", sign).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("sam", Acts.of("works")).failed()).isEqualTo("kind-covered");
    assertThat(AuthorityCheck.reasons(new DecisionId("d-1"), sam, sign, world.check("sam", sign)))
        .extracting(Reason::refusal)
        .containsExactly(Refusal.SIGNATURE_DECIDES_NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"PROXY", "AUTHORISATION"})
  void article10To12AProxyAndAnAuthorisationFollowTheSameRules(MandateKind kind) {
    assertThat(grant("mia", toSg().kind(kind))).isEmpty();
    assertThat(consents(toKeeper().kind(kind), null)).hasSize(2);
    world.grant("m-1", toSg().build());
    Grant below =
        new Grant(
            new MandateId("m-2"),
            new MandateId("m-1"),
            Terms.of("role:sg", "role:officer").kind(kind).build(),
            Grant.Form.by(World.RECORD));

    assertThat(Invariants.ofGrant(below, new PersonId("sam"), world.knowledge(), world.now()))
        .extracting(Reason::refusal)
        .containsExactly(Refusal.KIND_WIDER);
    assertThat(world.check("sam", Acts.ofKind(kind, "works")).failed()).isEqualTo("kind-covered");
  }

  private static Terms toSg() {
    return Terms.of("role:minister", "role:sg");
  }

  private static Terms toKeeper() {
    return Terms.of("role:minister", "role:keeper");
  }

  private static Scope oneCase() {
    return new Scope(List.of(), List.of(), List.of(), List.of("c-1"));
  }

  private static Condition condition(Condition.Kind kind) {
    return new Condition(kind, null, null, null, null, LocalizedText.en("as told"));
  }

  private List<Refusal> grant(String actor, Terms terms) {
    return grant(actor, terms, Grant.Form.by(World.RECORD));
  }

  private List<Refusal> grant(String actor, Terms terms, Grant.Form form) {
    return reasons(actor, terms, form).stream().map(Reason::refusal).toList();
  }

  private List<Reason> reasons(String actor, Terms terms, Grant.Form form) {
    Grant grant = new Grant(new MandateId("m-9"), null, terms.build(), form);
    return Invariants.ofGrant(grant, new PersonId(actor), world.knowledge(), world.now());
  }

  private List<Party> consents(Terms terms, @Nullable LegalReference statute) {
    MandateTerms asked = terms.build();
    Grant grant =
        new Grant(new MandateId("m-9"), null, asked, new Grant.Form(World.RECORD, statute, null));
    return Awb.RULES.consents(grant, world.knowledge());
  }

  private List<Refusal> revoke(String mandate, String actor, @Nullable WrittenRecord record) {
    return Invariants.ofRevocation(
            Awb.RULES,
            new MandateId(mandate),
            record,
            new PersonId(actor),
            world.knowledge(),
            world.now())
        .stream()
        .map(Reason::refusal)
        .toList();
  }
}
