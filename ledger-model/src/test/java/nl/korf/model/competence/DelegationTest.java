package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.invariants.Awb;
import nl.korf.model.invariants.Grant;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.Scope;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Obligation;
import nl.korf.model.money.VatBasis;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Delegation (Awb 10:13 to 10:19), article by article, each with a refused case. */
class DelegationTest {

  private final World world =
      World.ofTheMinister()
          .body("service", "minister")
          .body("water")
          .roleIn("water", "dike-reeve", "water", null)
          .roleIn("water", "keeper", null, null)
          .person("wim")
          .appoint("wim", "dike-reeve")
          .person("kim")
          .appoint("kim", "keeper")
          .grant("m-1", Terms.of("role:minister", "role:sg").build());

  @Test
  void article10To13ThePowerItselfPassesToABody() {
    assertThat(refused(Terms.of("role:minister", "role:keeper").kind(DELEGATION).on("Act 1")))
        .containsExactly(Refusal.DELEGATE_NOT_A_BODY);
    assertThat(refused(toWater().kind(DELEGATION, MandateKind.MANDATE)))
        .containsExactly(Refusal.DELEGATION_STANDS_ALONE);
    world.delegate("m-d", toWater().build());

    CompetenceProof proof = world.check("wim", Acts.of("works"));

    assertThat(proof.verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(proof.path()).isEmpty();
    assertThat(AuthorityCheck.ownBody(proof)).hasToString("Optional[water]");
    assertThat(world.check("kim", Acts.of("works")).verdict()).isEqualTo(Verdict.NOT_COMPETENT);
    assertThat(world.check("wim", Acts.of("leases")).verdict())
        .as("another power")
        .isEqualTo(Verdict.NOT_COMPETENT);
    assertThat(Awb.RULES.consents(grant(toWater()), world.knowledge()))
        .as("a delegation rests on a statute, not on consent")
        .isEmpty();
  }

  @Test
  void article10To14NeverToSubordinates() {
    assertThat(refused(Terms.of("role:minister", "body:service").kind(DELEGATION).on("Act 1")))
        .containsExactly(Refusal.DELEGATE_SUBORDINATE);
    assertThat(refused(toWater())).isEmpty();
  }

  @Test
  void article10To15OnlyWhereAStatuteProvidesForIt() {
    assertThat(refused(Terms.of("role:minister", "body:water").kind(DELEGATION)))
        .containsExactly(Refusal.DELEGATION_WITHOUT_BASIS);
  }

  @Test
  void article10To16OnlyPolicyRules() {
    assertThat(refused(toWater().under(condition(Condition.Kind.POLICY)))).isEmpty();
    for (Condition.Kind kind :
        List.of(
            Condition.Kind.INSTRUCTION, Condition.Kind.CO_SIGNATURE, Condition.Kind.PRIOR_ADVICE)) {
      assertThat(refused(toWater().under(condition(kind))))
          .containsExactly(Refusal.DELEGATION_CONDITIONED);
    }
  }

  @Test
  void article10To17TheDelegatorNoLongerExercisesThePower() {
    world.delegate("m-d", toWater().build());

    for (String person : List.of("mia", "sam")) {
      CompetenceProof proof = world.check(person, Acts.of("roofs"));
      assertThat(proof.verdict()).as(person).isEqualTo(Verdict.NOT_COMPETENT);
      assertThat(proof.failed()).as(person).isEqualTo("not-delegated");
      assertThat(proof.values())
          .containsEntry("delegation", "m-d")
          .containsEntry("delegate", "body:water");
      assertThat(world.check(person, Acts.of("leases")).verdict())
          .as("what was not delegated")
          .isEqualTo(Verdict.COMPETENT);
    }
    assertThat(refused(Terms.of("role:minister", "role:director").power("roofs")))
        .containsExactly(Refusal.POWER_DELEGATED);
  }

  @Test
  void article10To17APartDelegatedIsAPartLost() {
    Scope north = new Scope(List.of("north"), List.of(), List.of(), List.of());
    world.delegate("m-d", toWater().scope(north).build());

    assertThat(world.check("mia", Acts.about("works", "south", null, null)).verdict())
        .isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("mia", Acts.about("works", "north", null, null)).failed())
        .isEqualTo("not-delegated");
    assertThat(world.check("wim", Acts.about("works", "north", null, null)).verdict())
        .isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("wim", Acts.about("works", "south", null, null)).verdict())
        .isEqualTo(Verdict.NOT_COMPETENT);
    assertThat(world.check("mia", Acts.of("works")).failed())
        .as("silence on the axis is no permission")
        .isEqualTo("not-delegated");
    assertThat(world.check("wim", Acts.of("works")).verdict()).isEqualTo(Verdict.NOT_COMPETENT);
  }

  @Test
  void article10To17WhatIsExcludedFromASumOnStaysWithTheDelegatorFromThatSumOn() {
    Exclusion large =
        new Exclusion(
            new PowerId("works"), null, euro(100_000), Bound.INCLUSIVE, LocalizedText.en("large"));
    world.delegate("m-d", toWater().excluding(large).build());

    assertThat(verdicts("works", 50_000L))
        .containsExactly(Verdict.NOT_COMPETENT, Verdict.COMPETENT);
    assertThat(verdicts("works", 100_000L))
        .containsExactly(Verdict.COMPETENT, Verdict.NOT_COMPETENT);
    assertThat(verdicts("works", null))
        .as("who does not say what it is worth leaves both in doubt")
        .containsExactly(Verdict.NOT_COMPETENT, Verdict.NOT_COMPETENT);
  }

  @Test
  void article10To16UnderADelegationWithLimitsNobodyIsKnownToBeCompetent() {
    Terms limited = toWater().limits(Limit.perAct("works", euro(100_000), Bound.INCLUSIVE));
    world.delegate("m-d", limited.build());
    world.grant("m-k", keeper().build());

    assertThat(verdicts("works", 50_000L)).containsExactly(Verdict.UNKNOWN, Verdict.UNKNOWN);
    for (String person : List.of("mia", "sam", "wim", "kim")) {
      CompetenceProof proof = world.check(person, Acts.of("works"));
      assertThat(proof.verdict()).as(person).isEqualTo(Verdict.UNKNOWN);
      assertThat(proof.values().get("missing")).as(person).contains("m-d");
    }
    assertThat(world.check("mia", worth("leases", 50_000L)).verdict())
        .as("another power")
        .isEqualTo(Verdict.COMPETENT);
  }

  @Test
  void article10To16ADelegationIsNotNarrowedInMoneyEither() {
    world.delegate("m-d", toWater().build());
    Exclusion large =
        new Exclusion(
            new PowerId("works"), null, euro(100_000), Bound.INCLUSIVE, LocalizedText.en("large"));
    Exclusion roofs =
        new Exclusion(new PowerId("roofs"), null, null, null, LocalizedText.en("roofs"));

    assertThat(narrowed(null, List.of(large))).containsExactly(Refusal.DELEGATION_CONDITIONED);
    assertThat(narrowed(List.of(Limit.unlimited("works")), List.of()))
        .contains(Refusal.DELEGATION_CONDITIONED);
    assertThat(narrowed(null, List.of(roofs))).as("a part of the power is not a sum").isEmpty();
  }

  private List<Refusal> narrowed(@Nullable List<Limit> limits, List<Exclusion> exclusions) {
    return Invariants.ofNarrowing(
            new MandateNarrowed(new MandateId("m-d"), null, limits, exclusions, null, false, null),
            new PersonId("mia"),
            world.now(),
            world.knowledge(),
            world.now())
        .stream()
        .map(Reason::refusal)
        .toList();
  }

  /** Of the delegator and of the delegate. */
  private List<Verdict> verdicts(String power, @Nullable Long whole) {
    return Stream.of("mia", "wim")
        .map(person -> world.check(person, worth(power, whole)).verdict())
        .toList();
  }

  private static Act worth(String power, @Nullable Long whole) {
    return Acts.of(power, whole == null ? null : Obligation.once("works", euro(whole)));
  }

  private static Amount euro(long whole) {
    return Amount.euro(whole, VatBasis.EXCLUSIVE);
  }

  private static Terms keeper() {
    return Terms.of("role:dike-reeve", "role:keeper")
        .principal("water")
        .power("works")
        .limits(Limit.unlimited("works"));
  }

  @Test
  void article10To18TheDelegatorRevokesAtAnyTimeAndHasThePowerBack() {
    world.delegate("m-d", toWater().build());
    assertThat(
            Invariants.ofRevocation(
                Awb.RULES,
                new MandateId("m-d"),
                World.RECORD,
                new PersonId("wim"),
                world.knowledge(),
                world.now()))
        .extracting(Reason::refusal)
        .containsExactly(Refusal.NOT_UPSTREAM);
    world.revoke("m-d");

    assertThat(world.check("mia", Acts.of("works")).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("sam", Acts.of("works")).verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("wim", Acts.of("works")).verdict()).isEqualTo(Verdict.NOT_COMPETENT);
  }

  @Test
  void article10To19MandatesOfTheDelegateCiteTheDelegation() {
    world.delegate("m-d", toWater().build());
    Terms toKeeper = Terms.of("role:dike-reeve", "role:keeper").principal("water").power("works");
    assertThat(
            Invariants.ofGrant(
                grant(toKeeper), new PersonId("wim"), world.knowledge(), world.now()))
        .isEmpty();
    world.grant("m-k", toKeeper.build());

    CompetenceProof itself = world.check("wim", Acts.of("works"));
    CompetenceProof keeper = world.check("kim", Acts.of("roofs"));

    assertThat(AuthorityCheck.delegation(itself)).contains(new MandateId("m-d"));
    assertThat(AuthorityCheck.delegation(keeper)).contains(new MandateId("m-d"));
    assertThat(AuthorityCheck.delegation(world.check("sam", Acts.of("leases")))).isEmpty();
    world.revoke("m-d");
    assertThat(world.check("kim", Acts.of("roofs")).failed()).isEqualTo("rooted-in-attribution");
  }

  @Test
  void whatWasDelegatedIsNotDelegatedFurther() {
    world.delegate("m-d", toWater().build());
    Grant further =
        grant(
            Terms.of("role:dike-reeve", "body:service")
                .principal("water")
                .power("works")
                .kind(DELEGATION)
                .on("Act 2"));

    assertThat(Invariants.ofGrant(further, new PersonId("wim"), world.knowledge(), world.now()))
        .extracting(Reason::refusal)
        .containsExactly(Refusal.PRINCIPAL_LACKS_POWER);
  }

  private static final MandateKind DELEGATION = MandateKind.DELEGATION;

  private static Terms toWater() {
    return Terms.of("role:minister", "body:water").power("works").kind(DELEGATION).on("Act 1");
  }

  private static Condition condition(Condition.Kind kind) {
    return new Condition(kind, null, null, null, null, LocalizedText.en("as told"));
  }

  private static Grant grant(Terms terms) {
    return new Grant(
        new MandateId("m-9"),
        null,
        terms.build(),
        new Grant.Form(World.RECORD, (LegalReference) null, null));
  }

  private List<Refusal> refused(Terms terms) {
    return Invariants.ofGrant(grant(terms), new PersonId("mia"), world.knowledge(), world.now())
        .stream()
        .map(Reason::refusal)
        .toList();
  }
}
