package nl.korf.model.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.authority.Act;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.Scope;
import nl.korf.model.worlds.Naive;
import nl.korf.model.worlds.Naive.Mandate;
import nl.korf.model.worlds.RandomWorld;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random forests of mandates, each accepted by the invariants: whatever the last mandate of a chain
 * lets be done in its own words, its root lets be done too. Judged by the naive model.
 */
class NoPathGrantsMoreThanItsRootTest {

  private static final long SEEDS = 60;
  private static final int PROPOSALS = 40;
  private static final int ACTS = 120;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatTheInvariantsAcceptNeverGrantsMoreThanItsRoot(long seed) {
    RandomWorld random = new RandomWorld(seed);

    grow(random, Invariants.AWB);

    assertThat(random.granted()).as("the forest is no bare field").hasSizeGreaterThan(3);
    assertThat(findMore(random)).as("seed %d".formatted(seed)).isEmpty();
  }

  /** The control: without one of the rules, some forest grants more than its root. */
  @ParameterizedTest(name = "without {0}")
  @EnumSource(
      value = Refusal.class,
      names = {
        "SUB_MANDATE_NOT_ALLOWED",
        "TOO_DEEP",
        "KIND_WIDER",
        "POWER_WIDER",
        "SCOPE_WIDER",
        "CATEGORY_NOT_HELD",
        "LIMITS_NOT_COMPARABLE",
        "LIMIT_WIDER",
        "PERIOD_WIDER"
      })
  void withoutAnyOneRuleThisTestFails(Refusal missing) {
    RuleSet broken =
        new RuleSet(
            "broken",
            Invariants.AWB.terms().stream().filter(rule -> rule.refusal() != missing).toList(),
            Invariants.AWB.acts());

    Optional<String> found =
        seeds()
            .mapToObj(seed -> {
              RandomWorld random = new RandomWorld(seed);
              grow(random, broken);
              return findMore(random);
            })
            .flatMap(Optional::stream)
            .findFirst();

    assertThat(found).as("a forest that grants more, without %s".formatted(missing)).isPresent();
  }

  private static void grow(RandomWorld random, RuleSet rules) {
    for (int i = 0; i < PROPOSALS; i++) {
      Grant grant = random.propose();
      var reasons =
          Invariants.ofGrant(
              rules,
              grant,
              new PersonId(RandomWorld.actorFor(grant)),
              random.world().knowledge(),
              random.world().now());
      if (reasons.isEmpty()) {
        random.take(grant);
      }
    }
  }

  /** A mandate that lets something be done which its root does not. */
  private static Optional<String> findMore(RandomWorld random) {
    Naive naive =
        new Naive(random.world().facts(), random.world().position(), random.world().now());
    List<Act> acts = Stream.generate(random::act).limit(ACTS).toList();
    for (Grant grant : random.granted()) {
      List<Mandate> chain = naive.chain(grant.mandate());
      Mandate own = inItsOwnWords(chain);
      Mandate root = chain.getLast();
      for (Act act : acts) {
        if (naive.grants(own, act) && !naive.grants(root, act)) {
          return Optional.of("%s grants %s, %s does not".formatted(own, act, root));
        }
      }
      if (outlives(own.terms(), root.terms()) || !hangs(chain)) {
        return Optional.of("%s outlives %s, or may not hang there".formatted(own, root));
      }
    }
    return Optional.empty();
  }

  /** The mandate with what it inherits: an axis it leaves out, and every exclusion above it. */
  private static Mandate inItsOwnWords(List<Mandate> chain) {
    Mandate own = chain.getFirst();
    List<Exclusion> exclusions = new ArrayList<>();
    Scope scope = Scope.INHERITED;
    for (Mandate link : chain) {
      exclusions.addAll(link.terms().exclusions());
      scope =
          new Scope(
              scope.units().isEmpty() ? link.terms().scope().units() : scope.units(),
              List.of(),
              scope.subjects().isEmpty() ? link.terms().scope().subjects() : scope.subjects(),
              List.of());
    }
    MandateTerms terms = own.terms().narrowed(scope, null, exclusions, null, false);
    return new Mandate(own.id(), own.parent(), terms, true);
  }

  private static boolean outlives(MandateTerms own, MandateTerms root) {
    if (root.until() == null) {
      return false;
    }
    return own.until() == null || own.until().isAfter(Objects.requireNonNull(root.until()));
  }

  /** Whether each level was allowed, CONDITIONAL counting as a yes here. */
  private static boolean hangs(List<Mandate> chain) {
    for (int above = 1; above < chain.size(); above++) {
      MandateTerms terms = chain.get(above).terms();
      boolean leave =
          switch (terms.subMandating()) {
            case YES, CONDITIONAL -> true;
            case NO, UNSPECIFIED -> false;
          };
      if (!leave || above > terms.maxDepth()) {
        return false;
      }
    }
    return true;
  }
}
