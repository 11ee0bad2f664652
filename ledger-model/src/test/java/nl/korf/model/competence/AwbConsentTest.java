package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.invariants.Awb;
import nl.korf.model.invariants.Grant;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Awb 10:4: whose consent a mandate waits for, and that it does not count before the last. */
class AwbConsentTest {

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

  @Test
  void article10To4AHolderElsewhereAndTheBodyTheyWorkForConsent() {
    assertThat(consents(toKeeper(), null))
        .containsExactly(Party.parse("role:keeper"), Party.parse("body:water"));
    assertThat(consents(Terms.of("role:minister", "group:roofs"), null))
        .containsExactly(Party.parse("group:roofs"), Party.parse("body:water"));
    assertThat(consents(Terms.of("role:minister", "body:water"), null))
        .containsExactly(Party.parse("body:water"));
    assertThat(consents(Terms.of("role:minister", "person:kim"), null))
        .containsExactly(Party.parse("person:kim"), Party.parse("body:water"));
    assertThat(consents(Terms.of("role:minister", "person:carl"), null))
        .as("nobody is known for whom carl works")
        .containsExactly(Party.parse("person:carl"));
  }

  @Test
  void article10To4WhoWorksUnderThePrincipalIsNotAsked() {
    assertThat(consents(toSg(), null)).isEmpty();
    assertThat(consents(Terms.of("role:minister", "role:works"), null)).isEmpty();
    assertThat(consents(Terms.of("role:works", "role:sg"), null))
        .as("both work under the minister")
        .isEmpty();
    assertThat(consents(Terms.of("role:keeper", "role:dike-reeve"), null))
        .as("a keeper passes on within the water authority")
        .isEmpty();
    assertThat(consents(Terms.of("role:keeper", "role:sg"), null))
        .as("back to the ministry is elsewhere for a keeper")
        .containsExactly(Party.parse("role:sg"), Party.parse("body:minister"));
  }

  @Test
  void article10To4Paragraph2AStatuteCanProvideForTheMandate() {
    assertThat(consents(toKeeper(), LegalReference.cited("Water Act art. 1"))).isEmpty();
  }

  @Test
  void article10To4UntilTheLastConsentTheMandateDoesNotCount() {
    world.offer("m-1", toKeeper().build(), "role:keeper", "body:water");
    assertAwaited("role:keeper, body:water");
    world.accept("m-1", "role:keeper", "kim");
    assertAwaited("body:water");
    var before = world.now();
    world.accept("m-1", "body:water", "wim");

    assertThat(world.check("kim", Acts.of("works")).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(
            AuthorityCheck.check(
                    new PersonId("kim"),
                    Acts.of("works"),
                    world.knowledge(world.position(), before.minusSeconds(1)))
                .failed())
        .as("not before the last consent")
        .isEqualTo("consented");
  }

  @Test
  void article10To4ARefusalIsTheEndOfIt() {
    world.offer("m-1", toKeeper().build(), "role:keeper", "body:water");
    world.accept("m-1", "role:keeper", "kim").decline("m-1", "body:water", "wim");
    world.accept("m-1", "body:water", "wim");

    assertThat(world.check("kim", Acts.of("works")).failed()).isEqualTo("not-declined");
  }

  @Test
  void article10To4NothingIsPassedOnBeforeConsent() {
    world.offer("m-1", toKeeper().build(), "role:keeper", "body:water");
    Grant below =
        new Grant(
            new MandateId("m-2"),
            new MandateId("m-1"),
            Terms.of("role:keeper", "role:dike-reeve").build(),
            Grant.Form.by(World.RECORD));

    assertThat(Invariants.ofGrant(below, new PersonId("kim"), world.knowledge(), world.now()))
        .extracting(Reason::refusal)
        .containsExactly(Refusal.PARENT_NOT_EFFECTIVE);
  }

  private void assertAwaited(String awaited) {
    CompetenceProof proof = world.check("kim", Acts.of("works"));
    assertThat(proof.failed()).isEqualTo("consented");
    assertThat(proof.values()).containsEntry("awaited", awaited);
  }

  private static Terms toSg() {
    return Terms.of("role:minister", "role:sg");
  }

  private static Terms toKeeper() {
    return Terms.of("role:minister", "role:keeper");
  }

  private List<Party> consents(Terms terms, @Nullable LegalReference statute) {
    MandateTerms asked = terms.build();
    Grant grant =
        new Grant(new MandateId("m-9"), null, asked, new Grant.Form(World.RECORD, statute, null));
    return Awb.RULES.consents(grant, world.knowledge());
  }
}
