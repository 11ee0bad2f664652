package nl.korf.model.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refusal.RuleSet;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Wording;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.VatBasis;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each way in which a grant is refused; each row is wrong in that one way only. */
class GrantRefusalsTest {

  private static final Limit HUNDRED = Limit.perAct("works", excl(100), Bound.INCLUSIVE);
  private static final Instant DAY_9 = World.START.plus(Duration.ofDays(9));

  /**
   * A grant under {@code parent} (null: straight from the minister) by {@code actor}.
   *
   * @param above how the secretary-general's mandate m-1 differs from an ordinary one
   */
  record Row(
      Refusal refusal,
      String actor,
      boolean root,
      UnaryOperator<World> world,
      UnaryOperator<Terms> above,
      Terms terms) {
    @Override
    public String toString() {
      return refusal.code();
    }
  }

  static Stream<Row> rows() {
    return Stream.of(roots(), hierarchy(), reach(), money()).flatMap(List::stream);
  }

  private static List<Row> roots() {
    return List.of(
        root(Refusal.NOT_THE_PRINCIPAL, "dirk", toSg(), world -> world),
        root(
            Refusal.PRINCIPAL_LACKS_POWER,
            "mia",
            toSg().power("parks"),
            world -> world.power("parks", null)),
        root(
            Refusal.POWER_MAY_NOT_PASS,
            "mia",
            toSg().power("rules"),
            world -> world.power("rules", "estate", PowerFlag.BINDING_REGULATION)),
        root(Refusal.SELF_GRANT, "mia", Terms.of("role:minister", "person:mia"), world -> world),
        root(Refusal.AMOUNTS_NOT_STATED, "mia", toSg().silentOnAmounts(), world -> world),
        root(Refusal.BACKDATED, "mia", toSg().from(World.START), world -> world),
        root(Refusal.PERIOD_EMPTY, "mia", toSg().from(DAY_9).until(DAY_9), world -> world),
        root(Refusal.MANDATE_ID_TAKEN, "mia", toSg(), world -> world.grant("m-9", toSg().build())),
        root(Refusal.MANDATE_UNKNOWN, "mia", toSg().facetOf("m-404"), world -> world),
        root(Refusal.PERSON_UNKNOWN, "mia", to("person:nobody"), world -> world),
        root(Refusal.ROLE_UNKNOWN, "mia", to("role:nobody"), world -> world),
        root(Refusal.GROUP_UNKNOWN, "mia", to("group:nobody"), world -> world),
        root(Refusal.BODY_UNKNOWN, "mia", to("body:nobody"), world -> world));
  }

  private static List<Row> hierarchy() {
    return List.of(
        sub(Refusal.NOT_THE_HOLDER, "dirk", toOfficer(), above -> above),
        new Row(
            Refusal.GROUP_DECIDES,
            "sam",
            false,
            world -> world.pass("m-9", "m-1", Terms.of("role:sg", "group:roofs").build()),
            above -> above,
            Terms.of("group:roofs", "role:officer")),
        sub(
            Refusal.GRANTOR_NOT_HOLDER,
            "sam",
            Terms.of("person:sam", "role:officer"),
            above -> above),
        new Row(
            Refusal.PRINCIPAL_DIFFERS,
            "sam",
            false,
            GrantRefusalsTest::withAgency,
            above -> above,
            toOfficer().principal("agency")),
        sub(
            Refusal.SUB_MANDATE_NOT_ALLOWED,
            "sam",
            toOfficer(),
            above -> above.subMandating(SubMandating.NO, 1)),
        sub(
            Refusal.SUB_MANDATE_NOT_ALLOWED,
            "sam",
            toOfficer(),
            above -> above.subMandating(SubMandating.UNSPECIFIED, 1)),
        sub(Refusal.TOO_DEEP, "sam", toOfficer(), above -> above.subMandating(SubMandating.YES, 0)),
        sub(
            Refusal.PARENT_NOT_EFFECTIVE,
            "sam",
            toOfficer(),
            above -> above.nature(Nature.ON_APPOINTMENT)),
        new Row(
            Refusal.PARENT_NOT_EFFECTIVE,
            "sam",
            false,
            world -> world.suspend("m-1"),
            above -> above,
            toOfficer()),
        new Row(
            Refusal.SELF_GRANT,
            "sam",
            false,
            world -> world.appoint("sam", "officer"),
            above -> above,
            toOfficer()),
        sub(Refusal.HOLDER_UPSTREAM, "sam", Terms.of("role:sg", "role:minister"), above -> above),
        sub(Refusal.HOLDER_UPSTREAM, "sam", Terms.of("role:sg", "body:minister"), above -> above));
  }

  private static List<Row> reach() {
    return List.of(
        sub(
            Refusal.KIND_WIDER,
            "sam",
            toOfficer().kind(MandateKind.MANDATE, MandateKind.PROXY),
            above -> above),
        sub(Refusal.POWER_WIDER, "sam", toOfficer(), above -> above.power("works")),
        sub(
            Refusal.SCOPE_WIDER,
            "sam",
            toOfficer().scope(subjects("roofs", "walls")),
            above -> above.scope(subjects("roofs", "floors"))),
        sub(Refusal.PERIOD_WIDER, "sam", toOfficer(), above -> above.until(DAY_9)),
        sub(
            Refusal.PERIOD_WIDER,
            "sam",
            toOfficer().until(DAY_9.plusNanos(1_000)),
            above -> above.until(DAY_9)));
  }

  private static List<Row> money() {
    return List.of(
        sub(Refusal.CATEGORY_NOT_HELD, "sam", toOfficer().limits(HUNDRED), above -> above),
        sub(
            Refusal.LIMITS_NOT_COMPARABLE,
            "sam",
            toOfficer().limits(HUNDRED),
            above ->
                above.limits(
                    Limit.perAct(
                        "works", new Amount(900, "EUR", VatBasis.INCLUSIVE), Bound.INCLUSIVE))),
        sub(
            Refusal.LIMITS_NOT_COMPARABLE,
            "sam",
            toOfficer().limits(HUNDRED),
            above -> above.silentOnAmounts()),
        sub(
            Refusal.LIMIT_WIDER,
            "sam",
            toOfficer().limits(HUNDRED),
            above -> above.limits(Limit.perAct("works", excl(100), Bound.EXCLUSIVE))),
        sub(
            Refusal.LIMIT_WIDER,
            "sam",
            toOfficer().limits(Limit.unlimited("works")),
            above -> above.limits(HUNDRED)),
        sub(
            Refusal.LIMIT_WIDER,
            "sam",
            toOfficer().limits(HUNDRED, Limit.cumulative("works", excl(900), Bound.INCLUSIVE)),
            above -> above.limits(Limit.cumulative("works", excl(800), Bound.INCLUSIVE))));
  }

  private static Row root(Refusal refusal, String actor, Terms terms, UnaryOperator<World> world) {
    return new Row(refusal, actor, true, world, above -> above, terms);
  }

  private static Row sub(Refusal refusal, String actor, Terms terms, UnaryOperator<Terms> above) {
    return new Row(refusal, actor, false, world -> world, above, terms);
  }

  private static World withAgency(World world) {
    world.body("agency");
    return world;
  }

  private static Terms toSg() {
    return Terms.of("role:minister", "role:sg");
  }

  private static Terms to(String holder) {
    return Terms.of("role:minister", holder);
  }

  private static Terms toOfficer() {
    return Terms.of("role:sg", "role:officer");
  }

  private static Scope subjects(String... subjects) {
    return new Scope(List.of(), List.of(), List.of(subjects), List.of());
  }

  private static Amount excl(long cents) {
    return new Amount(cents, "EUR", VatBasis.EXCLUSIVE);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aGrantIsRefusedForThisAloneAndSaysWhy(Row row) {
    World world =
        row.world()
            .apply(
                World.ofTheMinister()
                    .group("roofs")
                    .grant("m-1", row.above().apply(toSg()).build()));
    String parent = row.refusal() == Refusal.GROUP_DECIDES ? "m-9" : "m-1";
    MandateId id = new MandateId(row.refusal() == Refusal.GROUP_DECIDES ? "m-10" : "m-9");
    Grant grant = new Grant(id, row.root() ? null : new MandateId(parent), row.terms().build());

    List<Reason> reasons =
        Invariants.ofGrant(grant, new PersonId(row.actor()), world.knowledge(), world.now());

    assertThat(reasons).extracting(Reason::refusal).containsExactly(row.refusal());
    assertThat(reasons.getFirst().message("en") + reasons.getFirst().next("en"))
        .as("every value the sentences show is given")
        .doesNotContain(Wording.ABSENT);
  }

  @Test
  void everyInvariantHasARow() {
    Set<Refusal> expected =
        Stream.concat(Invariants.AWB.terms().stream(), Invariants.AWB.acts().stream())
            .map(Invariant::refusal)
            .collect(Collectors.toSet());

    assertThat(rows().map(Row::refusal).collect(Collectors.toSet())).containsAll(expected);
  }

  @Test
  void everyRefusalOfTheLawIsAnInvariantOrAboutAChange() {
    Set<Refusal> granting =
        Stream.concat(Invariants.AWB.terms().stream(), Invariants.AWB.acts().stream())
            .map(Invariant::refusal)
            .collect(Collectors.toSet());
    Set<Refusal> changing =
        ChangeRefusalsTest.rows().map(ChangeRefusalsTest.Row::refusal).collect(Collectors.toSet());

    assertThat(Arrays.stream(Refusal.values()).filter(one -> one.ruleSet() == RuleSet.AWB))
        .allMatch(one -> granting.contains(one) || changing.contains(one));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    World world = World.ofTheMinister();
    world.grant("m-1", toSg().power("works").limits(HUNDRED).build());
    Grant grant =
        new Grant(
            new MandateId("m-2"),
            new MandateId("m-1"),
            toOfficer().from(World.START).limits(Limit.unlimited("works")).build());

    assertThat(Invariants.ofGrant(grant, new PersonId("dirk"), world.knowledge(), world.now()))
        .extracting(Reason::refusal)
        .containsExactly(
            Refusal.BACKDATED, Refusal.NOT_THE_HOLDER, Refusal.POWER_WIDER, Refusal.LIMIT_WIDER);
  }

  @Test
  void anOrdinaryLadderIsGrantedRungByRung() {
    World world = World.ofTheMinister();
    Terms top = toSg().limits(Limit.unlimited("works")).until(DAY_9);
    Terms low = toOfficer().power("works").limits(HUNDRED).until(DAY_9);

    assertThat(ofGrant(world, "mia", "m-1", null, top)).isEmpty();
    world.grant("m-1", top.build());
    assertThat(ofGrant(world, "sam", "m-2", "m-1", low)).isEmpty();
    assertThat(ofGrant(world, "sam", "m-2", "m-1", low.from(world.now()))).isEmpty();
  }

  @Test
  void importedHistoryIsNotRefusedButItsFindingsAreNamed() {
    World world = World.ofTheMinister();
    world.grant("m-1", toSg().power("works").subMandating(SubMandating.UNSPECIFIED, 0).build());
    Grant grant =
        new Grant(
            new MandateId("m-2"),
            new MandateId("m-1"),
            toOfficer().from(World.START.minusSeconds(1)).build());

    assertThat(Invariants.findings(grant, world.knowledge()))
        .extracting(finding -> finding.rule() + " " + finding.values().get("refusal"))
        .containsExactly("M3 sub-mandate-not-allowed", "M3 too-deep", "M4 power-wider");
  }

  @Test
  void aPersonAsHolderIsAllowedAndARolePreferred() {
    Grant grant =
        new Grant(new MandateId("m-1"), null, Terms.of("role:minister", "person:sam").build());
    World world = World.ofTheMinister();

    assertThat(Invariants.ofGrant(grant, new PersonId("mia"), world.knowledge(), world.now()))
        .isEmpty();
    assertThat(Invariants.preferences(grant)).extracting("rule").containsExactly("M13");
  }

  private static List<Reason> ofGrant(
      World world, String actor, String mandate, @Nullable String parent, Terms terms) {
    Grant grant =
        new Grant(
            new MandateId(mandate), parent == null ? null : new MandateId(parent), terms.build());
    return Invariants.ofGrant(grant, new PersonId(actor), world.knowledge(), world.now());
  }
}
