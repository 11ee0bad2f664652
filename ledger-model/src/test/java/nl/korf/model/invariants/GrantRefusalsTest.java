package nl.korf.model.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refusal.RuleSet;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Wording;
import nl.korf.model.competence.DecisionRefusalsTest;
import nl.korf.model.directives.StepInRefusalsTest;
import nl.korf.model.invariants.GrantRows.Row;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Limit;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grants, refused and taken; the refusals row by row, see {@link GrantRows}. */
class GrantRefusalsTest {

  private static final Grant.Form IN_WRITING = Grant.Form.by(World.RECORD);

  static Stream<Row> rows() {
    return GrantRows.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aGrantIsRefusedForThisAloneAndSaysWhy(Row row) {
    World world =
        row.world()
            .apply(
                World.ofTheMinister()
                    .group("roofs")
                    .grant("m-1", row.above().apply(GrantRows.toSg()).build()));
    boolean ofGroup = row.terms().build().grantor().equals(Party.parse("group:roofs"));
    String parent = ofGroup ? "m-9" : "m-1";
    MandateId id = new MandateId(ofGroup ? "m-10" : "m-9");
    MandateId above = row.root() ? null : new MandateId(parent);
    Grant grant = new Grant(id, above, row.terms().build(), row.form());

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
  void everyRefusalOfTheLawHasARowSomewhere() {
    Set<Refusal> granting =
        Stream.concat(Invariants.AWB.terms().stream(), Invariants.AWB.acts().stream())
            .map(Invariant::refusal)
            .collect(Collectors.toSet());
    Set<Refusal> changing =
        ChangeRefusalsTest.rows()
            .map(ChangeRefusalsTest.Row::refusal)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Refusal.class)));

    changing.addAll(ConsentRefusalsTest.refusals());
    changing.addAll(DecisionRefusalsTest.refusals());
    changing.addAll(StepInRefusalsTest.REFUSALS);

    assertThat(Arrays.stream(Refusal.values()).filter(one -> one.ruleSet() == RuleSet.AWB))
        .allMatch(one -> granting.contains(one) || changing.contains(one));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    World world = World.ofTheMinister();
    world.grant("m-1", GrantRows.toSg().power("works").limits(GrantRows.HUNDRED).build());
    Grant grant =
        new Grant(
            new MandateId("m-2"),
            new MandateId("m-1"),
            GrantRows.toOfficer().from(World.START).limits(Limit.unlimited("works")).build(),
            IN_WRITING);

    assertThat(Invariants.ofGrant(grant, new PersonId("dirk"), world.knowledge(), world.now()))
        .extracting(Reason::refusal)
        .containsExactly(
            Refusal.BACKDATED, Refusal.NOT_THE_HOLDER, Refusal.POWER_WIDER, Refusal.LIMIT_WIDER);
  }

  @Test
  void anOrdinaryLadderIsGrantedRungByRung() {
    World world = World.ofTheMinister();
    Terms top = GrantRows.toSg().limits(Limit.unlimited("works")).until(GrantRows.DAY_9);
    Terms low =
        GrantRows.toOfficer().power("works").limits(GrantRows.HUNDRED).until(GrantRows.DAY_9);

    assertThat(ofGrant(world, "mia", "m-1", null, top)).isEmpty();
    world.grant("m-1", top.build());
    assertThat(ofGrant(world, "sam", "m-2", "m-1", low)).isEmpty();
    assertThat(ofGrant(world, "sam", "m-2", "m-1", low.from(world.now()))).isEmpty();
  }

  @Test
  void importedHistoryIsNotRefusedButItsFindingsAreNamed() {
    World world = World.ofTheMinister();
    world.grant(
        "m-1", GrantRows.toSg().power("works").subMandating(SubMandating.UNSPECIFIED, 0).build());
    Grant grant =
        new Grant(
            new MandateId("m-2"),
            new MandateId("m-1"),
            GrantRows.toOfficer().from(World.START.minusSeconds(1)).build());

    assertThat(Invariants.findings(grant, world.knowledge()))
        .extracting(finding -> finding.rule() + " " + finding.values().get("refusal"))
        .containsExactly("M3 sub-mandate-not-allowed", "M3 too-deep", "M4 power-wider");
  }

  @Test
  void aPersonAsHolderIsAllowedAndARolePreferred() {
    Grant grant =
        new Grant(
            new MandateId("m-1"),
            null,
            Terms.of("role:minister", "person:sam").build(),
            IN_WRITING);
    World world = World.ofTheMinister();

    assertThat(Invariants.ofGrant(grant, new PersonId("mia"), world.knowledge(), world.now()))
        .isEmpty();
    assertThat(Invariants.preferences(grant)).extracting("rule").containsExactly("M13");
  }

  private static List<Reason> ofGrant(
      World world, String actor, String mandate, @Nullable String parent, Terms terms) {
    Grant grant =
        new Grant(
            new MandateId(mandate),
            parent == null ? null : new MandateId(parent),
            terms.build(),
            IN_WRITING);
    return Invariants.ofGrant(grant, new PersonId(actor), world.knowledge(), world.now());
  }
}
