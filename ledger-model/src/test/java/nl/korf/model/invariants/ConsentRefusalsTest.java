package nl.korf.model.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Wording;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each way in which a consent, or a refusal to consent, is not taken (Awb 10:4(1)). */
public class ConsentRefusalsTest {

  /** The minister offers the water keeper of the water authority a mandate; somebody answers. */
  record Row(Refusal refusal, UnaryOperator<World> world, @Nullable String party, String actor) {
    @Override
    public String toString() {
      return refusal.code() + " " + party + " " + actor;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(Refusal.CONSENT_NOT_YOURS, world -> world, "body:water", "kim"),
        new Row(Refusal.CONSENT_NOT_YOURS, world -> world, null, "mia"),
        new Row(Refusal.CONSENT_NOT_YOURS, ConsentRefusalsTest::keeperAgrees, null, "kim"),
        new Row(Refusal.CONSENT_NOT_AWAITED, world -> world, "role:officer", "olga"),
        new Row(Refusal.CONSENT_GIVEN_ALREADY, ConsentRefusalsTest::keeperAgrees, KEEPER, "kim"),
        new Row(
            Refusal.CONSENT_GIVEN_ALREADY,
            world -> keeperAgrees(world).accept("m-1", "body:water", "wim"),
            null,
            "wim"),
        new Row(
            Refusal.MANDATE_ALREADY_DECLINED,
            world -> world.decline("m-1", "body:water", "wim"),
            KEEPER,
            "kim"),
        new Row(Refusal.MANDATE_ALREADY_REVOKED, world -> world.revoke("m-1"), KEEPER, "kim"));
  }

  private static final String KEEPER = "role:keeper";

  public static Set<Refusal> refusals() {
    return rows()
        .map(Row::refusal)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Refusal.class)));
  }

  private static World keeperAgrees(World world) {
    return world.accept("m-1", KEEPER, "kim");
  }

  private static World world() {
    return World.ofTheMinister()
        .body("water")
        .roleIn("water", "dike-reeve", "water", null)
        .roleIn("water", "keeper", null, null)
        .person("wim")
        .appoint("wim", "dike-reeve")
        .person("kim")
        .appoint("kim", "keeper")
        .offer("m-1", Terms.of("role:minister", KEEPER).build(), KEEPER, "body:water");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anAnswerIsRefusedForThisAloneAndSaysWhy(Row row) {
    List<Reason> reasons = reasons(row.world().apply(world()), row.party(), row.actor());

    assertThat(reasons).extracting(Reason::refusal).containsExactly(row.refusal());
    assertThat(reasons.getFirst().message("en") + reasons.getFirst().next("en"))
        .as("every value the sentences show is given")
        .doesNotContain(Wording.ABSENT);
  }

  @Test
  void theHolderAnswersForThemselvesAndTheHeadForTheBody() {
    assertThat(reasons(world(), KEEPER, "kim")).isEmpty();
    assertThat(reasons(world(), "body:water", "wim")).isEmpty();
    assertThat(reasons(world(), null, "wim")).isEmpty();
  }

  private static List<Reason> reasons(World world, @Nullable String party, String actor) {
    InMemoryKnowledge knowledge = world.knowledge();
    return Consents.reasons(
        knowledge.mandate(new MandateId("m-1")).orElseThrow(),
        party == null ? null : Party.parse(party),
        actor,
        Capacities.of(new PersonId(actor), knowledge)::includes);
  }
}
