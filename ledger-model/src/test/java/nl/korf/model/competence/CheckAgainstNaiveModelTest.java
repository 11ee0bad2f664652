package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.invariants.Grant;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.worlds.Naive;
import nl.korf.model.worlds.RandomWorld;
import nl.korf.model.worlds.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The check and the naive model agree on who is competent, over random histories in which grants
 * were taken whether they kept the rules or not (as imports are), narrowed, suspended, revoked,
 * also late, and used; at random instants, as known at random positions.
 */
class CheckAgainstNaiveModelTest {

  private static final long SEEDS = 30;
  private static final long CONTROL_SEEDS_MAX = 300;
  private static final int STEPS = 40;
  private static final int QUESTIONS = 60;

  static LongStream seeds() {
    return LongStream.range(1_000, 1_000 + SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theCheckAndTheNaiveModelAgree(long seed) {
    RandomWorld random = history(seed);

    assertThat(disagreement(random, Predicate.ALL)).as("seed %d".formatted(seed)).isEmpty();
  }

  /** The control: a check that forgets one predicate is found out. */
  @ParameterizedTest(name = "without {0}")
  @ValueSource(
      strings = {
        "power-covered",
        "kind-covered",
        "not-revoked",
        "not-expired",
        "not-suspended",
        "allowed-to-pass-on",
        "within-depth",
        "within-scope",
        "not-excluded",
        "category-granted",
        "within-limit",
        "within-cap"
      })
  void withoutAnyOnePredicateThisTestFails(String missing) {
    List<Predicate> broken =
        Predicate.ALL.stream().filter(predicate -> !predicate.name().equals(missing)).toList();

    assertThat(
            LongStream.range(0, CONTROL_SEEDS_MAX)
                .mapToObj(seed -> disagreement(history(seed), broken))
                .flatMap(Optional::stream)
                .findFirst())
        .isPresent();
  }

  private static RandomWorld history(long seed) {
    RandomWorld random = new RandomWorld(seed);
    for (int i = 0; i < STEPS; i++) {
      random.world().later(Duration.ofHours(random.random().nextLong(12)));
      step(random);
    }
    return random;
  }

  private static void step(RandomWorld random) {
    SplittableRandom dice = random.random();
    int roll = dice.nextInt(10);
    if (roll < 5 || random.granted().isEmpty()) {
      random.take(passable(random.propose()));
    } else if (roll == 5) {
      use(random);
    } else {
      change(random, random.granted().get(dice.nextInt(random.granted().size())), roll);
    }
  }

  /** Conditional leave gives conditions, about which the naive model knows nothing. */
  private static Grant passable(Grant grant) {
    return grant.terms().subMandating() == SubMandating.CONDITIONAL
        ? new Grant(
            grant.mandate(),
            grant.parent(),
            grant.terms().narrowed(null, null, List.of(), null, true))
        : grant;
  }

  private static void change(RandomWorld random, Grant grant, int roll) {
    World world = random.world();
    MandateId mandate = grant.mandate();
    switch (roll) {
      case 6 -> world.suspend(mandate.value());
      case 7 -> world.record(new SuspensionLifted(mandate, null));
      case 8 -> world.record(narrowing(random, mandate));
      default -> revokeOrDismiss(random, mandate);
    }
  }

  /** Sometimes with effect from an hour ago: a fact that comes late. */
  private static void revokeOrDismiss(RandomWorld random, MandateId mandate) {
    World world = random.world();
    SplittableRandom dice = random.random();
    if (dice.nextInt(4) == 0) {
      int one = dice.nextInt(RandomWorld.ROLES);
      world.record(new RoleEnded(new PersonId("x" + one), new RoleId("r" + one), null));
      return;
    }
    Instant granted =
        world.facts().stream()
            .filter(fact -> fact.fact().toString().contains("mandate=" + mandate + ","))
            .findFirst()
            .orElseThrow()
            .envelope()
            .effectiveAt();
    Instant hourAgo = world.now().minus(Duration.ofHours(1));
    world.record(
        new MandateRevoked(mandate, null, null), hourAgo.isAfter(granted) ? hourAgo : world.now());
  }

  private static MandateNarrowed narrowing(RandomWorld random, MandateId mandate) {
    SplittableRandom dice = random.random();
    Scope scope = new Scope(List.of("u" + dice.nextInt(3)), List.of(), List.of(), List.of());
    return new MandateNarrowed(
        mandate,
        dice.nextBoolean() ? scope : null,
        null,
        List.of(),
        dice.nextBoolean() ? random.world().now().plus(Duration.ofHours(dice.nextInt(99))) : null,
        dice.nextInt(3) == 0,
        null);
  }

  /** Whoever may, does: so that caps fill up. */
  private static void use(RandomWorld random) {
    for (int i = 0; i < RandomWorld.ROLES; i++) {
      Act act = random.act();
      if (random.world().check("x" + i, act).verdict() == Verdict.COMPETENT) {
        random.world().decide("d" + random.world().position(), "x" + i, act);
      }
    }
  }

  private static Optional<String> disagreement(RandomWorld random, List<Predicate> predicates) {
    World world = random.world();
    for (int i = 0; i < QUESTIONS; i++) {
      long position = world.position() - random.random().nextLong(20);
      Instant on = world.now().minus(Duration.ofHours(random.random().nextLong(-24, 240)));
      Instant first = World.START.plus(Duration.ofMinutes(40));
      Instant asked = on.isBefore(first) ? first : on;
      String person = "x" + random.random().nextInt(RandomWorld.ROLES);
      Act act = random.anyAct();
      boolean naive = new Naive(world.facts(), position, asked).competent(person, act);
      InMemoryKnowledge knowledge = world.knowledge(position, asked);
      boolean checked = competent(new PersonId(person), act, knowledge, predicates);
      if (naive != checked) {
        return Optional.of(
            "%s, %s, at %d on %s: naive says %s; check says %s"
                .formatted(
                    person,
                    act,
                    position,
                    asked,
                    naive,
                    AuthorityCheck.check(new PersonId(person), act, knowledge)));
      }
    }
    return Optional.empty();
  }

  private static boolean competent(
      PersonId person, Act act, InMemoryKnowledge knowledge, List<Predicate> predicates) {
    if (predicates.equals(Predicate.ALL)) {
      CompetenceProof proof = AuthorityCheck.check(person, act, knowledge);
      assertThat(proof.path()).hasSizeLessThan(32);
      return proof.verdict() == Verdict.COMPETENT;
    }
    Question question = Question.of(nl.korf.model.Party.of(person), act, null, knowledge);
    Set<MandateId> held = Set.copyOf(knowledge.mandatesHeldBy(question.capacities().parties()));
    return held.stream()
        .map(mandate -> Path.of(knowledge.mandate(mandate).orElseThrow(), question))
        .map(path -> Verdicts.of(path, question, predicates).verdict())
        .collect(Collectors.toSet())
        .contains(Verdict.COMPETENT);
  }
}
