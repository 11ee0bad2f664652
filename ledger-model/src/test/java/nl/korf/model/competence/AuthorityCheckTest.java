package nl.korf.model.competence;

import static nl.korf.model.worlds.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.CompetenceProof.Step;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.junit.jupiter.api.Test;

/** Chains over time and as known at a position. */
class AuthorityCheckTest {

  private static final Act WORKS = Acts.of("works");

  @Test
  void theProofIsTheChainFromTheMandateUsedToItsRoot() {
    World world = ladder();

    CompetenceProof proof = world.check("olga", WORKS);

    assertThat(proof.verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(proof.asKnownAt()).isEqualTo(world.position());
    assertThat(proof.path())
        .extracting(step -> step.mandate().value())
        .containsExactly("m-3", "m-2", "m-1");
    assertThat(proof.path().getFirst().through()).isEqualTo(Party.parse("role:officer"));
  }

  @Test
  void revokedAtTheRootEveryoneBelowEndsAtThatInstantAndDecisionsBeforeStand() {
    World world = ladder();
    CompetenceProof before = world.decide("d-1", "olga", WORKS);
    Instant revokedAt = world.now();
    world.revoke("m-1");

    for (String person : List.of("sam", "dirk", "olga")) {
      assertThat(on(world, person, revokedAt.minusNanos(1_000)).verdict())
          .isEqualTo(Verdict.COMPETENT);
      CompetenceProof at = on(world, person, revokedAt);
      assertThat(at.failed()).isEqualTo("not-revoked");
      assertThat(at.values())
          .containsEntry("mandate", "m-1")
          .containsEntry("since", revokedAt.toString())
          .containsEntry("position", Long.toString(world.position()));
    }
    assertThat(world.knowledge().decision(new DecisionId("d-1")))
        .hasValueSatisfying(row -> assertThat(row.competence()).isEqualTo(before));
  }

  @Test
  void liftingASuspensionRestoresAndARevocationDoesNotComeBack() {
    World world = ladder().suspend("m-2");
    assertThat(world.check("olga", WORKS).failed()).isEqualTo("not-suspended");

    world.record(new SuspensionLifted(new MandateId("m-2"), null));
    assertThat(world.check("olga", WORKS).verdict()).isEqualTo(Verdict.COMPETENT);

    world.revoke("m-2").record(new SuspensionLifted(new MandateId("m-2"), null));
    assertThat(world.check("olga", WORKS).failed()).isEqualTo("not-revoked");
  }

  @Test
  void aPeriodIsHalfOpen() {
    World world = World.ofTheMinister();
    Instant from = START.plus(Duration.ofDays(10));
    Instant until = START.plus(Duration.ofDays(20));
    world.grant("m-1", Terms.of("role:minister", "role:sg").from(from).until(until).build());

    assertThat(on(world, "sam", from.minusNanos(1_000)).failed()).isEqualTo("begun");
    assertThat(on(world, "sam", from).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(on(world, "sam", until.minusNanos(1_000)).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(on(world, "sam", until).failed()).isEqualTo("not-expired");
  }

  @Test
  void aLateFactChangesWhatIsKnownNowAndNotWhatWasKnownThen() {
    World world = ladder();
    Instant question = world.now();
    long then = world.position();
    world.later(Duration.ofDays(30));
    world.record(new MandateRevoked(new MandateId("m-2"), null, null), question.minusSeconds(60));

    assertThat(check(world, "olga", then, question).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(check(world, "olga", world.position(), question).failed()).isEqualTo("not-revoked");
    assertThat(check(world, "olga", then, question).asKnownAt()).isEqualTo(then);
  }

  @Test
  void competenceFollowsTheAppointment() {
    World world = ladder();
    Instant before = world.now();
    world.later(Duration.ofDays(1));
    world.record(new RoleEnded(new PersonId("olga"), new RoleId("officer"), null));
    world.record(new RoleAssigned(new PersonId("carl"), new RoleId("officer"), null, null));

    assertThat(world.check("olga", WORKS).failed()).isEqualTo("holds-a-mandate");
    assertThat(world.check("carl", WORKS).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(on(world, "olga", before).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(on(world, "carl", before).failed()).isEqualTo("holds-a-mandate");
  }

  @Test
  void aRoleHoldsWhatTheRoleItIsACaseOfHolds() {
    World world =
        ladder().role("roof-officer", null, "officer").role("tile-officer", null, "roof-officer");
    world.appoint("carl", "tile-officer");

    CompetenceProof proof = world.check("carl", WORKS);

    assertThat(proof.verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(proof.path().getFirst())
        .extracting(Step::holder, Step::through)
        .containsExactly(Party.parse("role:officer"), Party.parse("role:tile-officer"));
  }

  @Test
  void theShortestPathIsReportedThenTheLowestId() {
    World world = ladder();
    world.grant("m-z", Terms.of("role:minister", "role:officer").build());
    world.grant("m-y", Terms.of("role:minister", "role:officer").build());

    assertThat(world.check("olga", WORKS).path())
        .extracting(step -> step.mandate().value())
        .containsExactly("m-y");
  }

  @Test
  void theNearestPathIsTheOneThatPassedMost() {
    World world = World.ofTheMinister();
    world.grant("m-far", Terms.of("role:minister", "role:officer").power("leases").build());
    world.revoke("m-far");
    world.grant("m-near", Terms.of("role:minister", "role:officer").build()).revoke("m-near");

    assertThat(world.check("olga", WORKS).values()).containsEntry("mandate", "m-near");
  }

  @Test
  void whoActsAsTheBodyItselfNeedsNoMandate() {
    CompetenceProof proof = ladder().check("mia", WORKS);

    assertThat(proof.verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(proof.path()).isEmpty();
    assertThat(proof.values()).containsEntry("attributedTo", "minister");
  }

  @Test
  void aMemberDoesNotUseWhatTheirGroupHolds() {
    World world = World.ofTheMinister();
    world.grant("m-1", Terms.of("role:minister", "group:roofs").build());

    assertThat(world.check("carl", WORKS).failed()).isEqualTo("holds-a-mandate");
  }

  @Test
  void anUnknownPersonOrPowerIsUnknownAndNamed() {
    World world = ladder();

    assertThat(world.check("nobody", WORKS).values()).containsEntry("missing", "person nobody");
    assertThat(world.check("olga", Acts.of("nothing")).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void anAxisTheActDoesNotMentionIsMissing() {
    World world = World.ofTheMinister();
    Scope north = new Scope(List.of("north"), List.of(), List.of(), List.of());
    world.grant("m-1", Terms.of("role:minister", "role:sg").scope(north).build());

    assertThat(world.check("sam", WORKS).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(world.check("sam", WORKS).values()).containsEntry("missing", "the unit of the act");
    assertThat(world.check("sam", Acts.about("works", "north", null, null)).verdict())
        .isEqualTo(Verdict.COMPETENT);
  }

  @Test
  void anExclusionInWordsIsANoteAndDoesNotBlock() {
    World world = World.ofTheMinister();
    LocalizedText words = LocalizedText.en("nothing politically sensitive");
    world.grant(
        "m-1",
        Terms.of("role:minister", "role:sg")
            .excluding(new Exclusion(null, null, null, null, words))
            .build());

    CompetenceProof proof = world.check("sam", WORKS);

    assertThat(proof.verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(AuthorityCheck.notes(proof, world.knowledge()))
        .containsExactly(new AuthorityCheck.Note(new MandateId("m-1"), words));
  }

  @Test
  void aPolicyBindsAndDoesNotBlockWhileAdviceDoes() {
    World world = World.ofTheMinister();
    world.grant(
        "m-1", Terms.of("role:minister", "role:sg").under(of(Condition.Kind.POLICY)).build());
    world.grant(
        "m-2",
        Terms.of("role:minister", "role:officer").under(of(Condition.Kind.PRIOR_ADVICE)).build());

    assertThat(world.check("sam", WORKS).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("olga", WORKS).verdict()).isEqualTo(Verdict.SUBJECT_TO);
  }

  @Test
  void leaveUnderAConditionMakesItAConditionOfTheSubMandate() {
    World world = World.ofTheMinister();
    world.grant(
        "m-1",
        Terms.of("role:minister", "role:sg").subMandating(SubMandating.CONDITIONAL, 1).build());
    world.pass("m-2", "m-1", Terms.of("role:sg", "role:officer").build());

    assertThat(world.check("sam", WORKS).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("olga", WORKS).verdict()).isEqualTo(Verdict.SUBJECT_TO);
  }

  @Test
  void circlesOfMandatesAndRolesEnd() {
    World world = World.ofTheMinister();
    world.pass("m-1", "m-2", Terms.of("role:sg", "role:officer").build());
    world.pass("m-2", "m-1", Terms.of("role:officer", "role:sg").build());
    world.role("a", null, "b").role("b", null, "a").appoint("carl", "a");

    assertThat(world.check("olga", WORKS).values()).containsEntry("problem", "circle");
    assertThat(world.check("carl", WORKS).failed()).isEqualTo("holds-a-mandate");
  }

  private static Condition of(Condition.Kind kind) {
    return new Condition(kind, null, null, null, null, LocalizedText.en("as agreed"));
  }

  private static World ladder() {
    World world = World.ofTheMinister();
    world.grant("m-1", Terms.of("role:minister", "role:sg").build());
    world.pass("m-2", "m-1", Terms.of("role:sg", "role:director").build());
    return world.pass("m-3", "m-2", Terms.of("role:director", "role:officer").build());
  }

  private static CompetenceProof on(World world, String person, Instant on) {
    return check(world, person, world.position(), on);
  }

  private static CompetenceProof check(World world, String person, long position, Instant on) {
    return AuthorityCheck.check(new PersonId(person), WORKS, world.knowledge(position, on));
  }
}
