package nl.korf.model.competence;

import static nl.korf.model.worlds.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.DecisionId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.Refusal.RuleSet;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Wording;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Obligation;
import nl.korf.model.money.VatBasis;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each way in which a decision is refused for want of competence. */
class CompetenceRefusalsTest {

  private static final Amount TEN = Amount.euro(10, VatBasis.EXCLUSIVE);
  private static final Obligation ELEVEN =
      Obligation.once("works", Amount.euro(11, VatBasis.EXCLUSIVE));

  /** A world, and what somebody asks in it. */
  record Row(Refusal refusal, String failed, String person, Act act, Function<World, World> world) {
    @Override
    public String toString() {
      return refusal.code();
    }
  }

  static Stream<Row> rows() {
    return Stream.of(states(), chains(), reach(), money()).flatMap(List::stream);
  }

  private static List<Row> states() {
    Act act = Acts.of("works");
    return List.of(
        row(Refusal.NO_MANDATE, "holds-a-mandate", act, world -> world),
        row(Refusal.MANDATE_REVOKED, "not-revoked", act, world -> ladder(world).revoke("m-1")),
        row(Refusal.MANDATE_SUSPENDED, "not-suspended", act, world -> ladder(world).suspend("m-2")),
        row(
            Refusal.MANDATE_EXPIRED,
            "not-expired",
            act,
            world ->
                world
                    .grant("m-1", sg().until(START.plus(Duration.ofDays(9))).build())
                    .pass("m-2", "m-1", officer().until(START.plus(Duration.ofDays(9))).build())
                    .at(START.plus(Duration.ofDays(9)))),
        row(
            Refusal.MANDATE_NOT_BEGUN,
            "begun",
            act,
            world ->
                world
                    .grant("m-1", sg().from(START.plus(Duration.ofDays(9))).build())
                    .pass("m-2", "m-1", officer().build())),
        row(
            Refusal.NOT_BY_ITSELF,
            "works-by-itself",
            act,
            world ->
                world
                    .grant("m-1", sg().build())
                    .pass("m-2", "m-1", officer().nature(Nature.CEILING).build())));
  }

  private static List<Row> chains() {
    Act act = Acts.of("works");
    return List.of(
        row(
            Refusal.CHAIN_BROKEN,
            "chain-known",
            act,
            world -> world.pass("m-2", "m-unknown", officer().build())),
        row(
            Refusal.ROOT_WITHOUT_POWER,
            "rooted-in-attribution",
            Acts.of("parks"),
            world ->
                world
                    .power("parks", null)
                    .grant(
                        "m-1", Terms.of("role:minister", "role:officer").power("parks").build())),
        row(
            Refusal.OTHER_PRINCIPAL,
            "same-principal",
            Acts.inTheNameOf("council", "works"),
            CompetenceRefusalsTest::ladder),
        row(
            Refusal.GRANTOR_DID_NOT_HOLD,
            "granted-by-holder",
            act,
            world ->
                world
                    .grant("m-1", sg().build())
                    .pass("m-2", "m-1", Terms.of("role:director", "role:officer").build())),
        row(
            Refusal.PASSED_ON_WITHOUT_LEAVE,
            "allowed-to-pass-on",
            act,
            world ->
                world
                    .grant("m-1", sg().subMandating(SubMandating.UNSPECIFIED, 3).build())
                    .pass("m-2", "m-1", officer().build())),
        row(
            Refusal.CHAIN_TOO_DEEP,
            "within-depth",
            act,
            world ->
                world
                    .grant("m-1", sg().subMandating(SubMandating.YES, 1).build())
                    .pass("m-2", "m-1", Terms.of("role:sg", "role:director").build())
                    .pass("m-3", "m-2", Terms.of("role:director", "role:officer").build())),
        row(
            Refusal.SUBJECT_TO_CONDITIONS,
            "conditions-met",
            act,
            world ->
                world
                    .grant("m-1", sg().under(together()).build())
                    .pass("m-2", "m-1", officer().build())));
  }

  private static List<Row> reach() {
    Act act = Acts.of("works");
    return List.of(
        row(
            Refusal.POWER_NOT_COVERED,
            "power-covered",
            Acts.of("leases"),
            world ->
                world
                    .grant("m-1", sg().build())
                    .pass("m-2", "m-1", officer().power("works").build())),
        row(
            Refusal.KIND_NOT_COVERED,
            "kind-covered",
            Acts.ofKind(MandateKind.PROXY, "works"),
            CompetenceRefusalsTest::ladder),
        row(
            Refusal.OUTSIDE_SCOPE,
            "within-scope",
            Acts.about("works", "south", null, null),
            world ->
                world
                    .grant("m-1", sg().scope(units("north", "east")).build())
                    .pass("m-2", "m-1", officer().build())),
        row(
            Refusal.EXCLUDED,
            "not-excluded",
            Acts.of("roofs"),
            world ->
                world
                    .grant("m-1", sg().excluding(without("works")).build())
                    .pass("m-2", "m-1", officer().build())),
        row(
            Refusal.RESERVED_POWER,
            "power-may-pass",
            Acts.of("rules"),
            world -> ladder(world.power("rules", "estate", PowerFlag.BINDING_REGULATION))),
        row(
            Refusal.OWN_DECISION,
            "not-own-decision",
            Acts.of("objections", null, "d-1"),
            world -> {
              ladder(world.power("objections", "estate", PowerFlag.OBJECTION));
              world.decide("d-1", "olga", act);
              return world;
            }),
        row(
            Refusal.OWN_PROPOSAL,
            "not-own-proposal",
            Acts.of("apart"),
            world -> ladder(world.power("apart", "estate", PowerFlag.SEPARATE_PROPOSER))));
  }

  private static List<Row> money() {
    return List.of(
        row(
            Refusal.CATEGORY_NOT_GRANTED,
            "category-granted",
            Acts.of("works", ELEVEN),
            CompetenceRefusalsTest::ladder),
        row(
            Refusal.OVER_LIMIT,
            "within-limit",
            Acts.of("works", ELEVEN),
            world -> limited(world, Limit.perAct("works", TEN, Bound.INCLUSIVE))),
        row(
            Refusal.OVER_CAP,
            "within-cap",
            Acts.of("works", ELEVEN),
            world -> limited(world, Limit.cumulative("works", TEN, Bound.INCLUSIVE))),
        row(
            Refusal.COMPETENCE_UNKNOWN,
            "value-stated",
            Acts.of("works"),
            world -> limited(world, Limit.perAct("works", TEN, Bound.INCLUSIVE))));
  }

  private static Row row(Refusal refusal, String failed, Act act, Function<World, World> world) {
    return new Row(refusal, failed, "olga", act, world);
  }

  private static Terms sg() {
    return Terms.of("role:minister", "role:sg");
  }

  private static Terms officer() {
    return Terms.of("role:sg", "role:officer");
  }

  private static World ladder(World world) {
    return world.grant("m-1", sg().build()).pass("m-2", "m-1", officer().build());
  }

  private static World limited(World world, Limit limit) {
    return world
        .grant("m-1", sg().limits(Limit.unlimited("works")).build())
        .pass("m-2", "m-1", officer().limits(limit).build());
  }

  private static Condition together() {
    return new Condition(
        Condition.Kind.CO_SIGNATURE,
        Party.parse("role:director"),
        null,
        null,
        null,
        LocalizedText.en("together with the director"));
  }

  private static Exclusion without(String power) {
    return new Exclusion(
        new PowerId(power), null, null, null, LocalizedText.en("not for " + power));
  }

  private static Scope units(String... units) {
    return new Scope(List.of(units), List.of(), List.of(), List.of());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aDecisionIsRefusedForThePredicateThatFailed(Row row) {
    World world = row.world().apply(World.ofTheMinister());
    PersonId person = new PersonId(row.person());

    CompetenceProof proof = AuthorityCheck.check(person, row.act(), person, world.knowledge());
    List<Reason> reasons = AuthorityCheck.reasons(new DecisionId("d-9"), person, row.act(), proof);

    assertThat(proof.failed()).isEqualTo(row.failed());
    assertThat(reasons).extracting(Reason::refusal).containsExactly(row.refusal());
    assertThat(reasons.getFirst().message("en"))
        .as("every value the sentence shows is given")
        .startsWith("Cannot take decision d-9")
        .doesNotContain(Wording.ABSENT);
  }

  @Test
  void everyRefusalOfCompetenceHasARow() {
    Set<Refusal> expected =
        Arrays.stream(Refusal.values())
            .filter(refusal -> refusal.ruleSet() == RuleSet.COMPETENCE)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Refusal.class)));

    assertThat(rows().map(Row::refusal).collect(Collectors.toSet())).isEqualTo(expected);
  }

  @Test
  void everyPredicateHasARow() {
    Set<String> expected = Predicate.ALL.stream().map(Predicate::name).collect(Collectors.toSet());

    assertThat(rows().map(Row::failed).collect(Collectors.toSet())).containsAll(expected);
  }
}
