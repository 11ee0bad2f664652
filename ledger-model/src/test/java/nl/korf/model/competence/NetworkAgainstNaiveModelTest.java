package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandatePublished;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.knowledge.Chain;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.worlds.NaiveNetwork;
import nl.korf.model.worlds.NaiveNetwork.Granted;
import nl.korf.model.worlds.RandomNetwork;
import nl.korf.model.worlds.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random networks of organisations that grant mandates of several kinds, consent, decline, delegate
 * and revoke: the check and the naive model agree on who is competent, at random instants, as known
 * at random positions; and on whose consent is needed.
 */
class NetworkAgainstNaiveModelTest {

  private static final long SEEDS = 40;
  private static final int STEPS = 160;
  private static final int QUESTIONS = 80;

  static LongStream seeds() {
    return LongStream.range(2_000, 2_000 + SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theCheckAndTheNaiveModelAgree(long seed) {
    RandomNetwork network = history(seed);

    assertThat(network.granted()).as("the network is no bare field").hasSizeGreaterThan(4);
    assertThat(disagreement(network, fact -> fact)).as("seed %d".formatted(seed)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theyAgreeOnWhoseConsentIsNeeded(long seed) {
    RandomNetwork network = history(seed);
    World world = network.world();
    NaiveNetwork naive = new NaiveNetwork(world.facts(), world.position(), world.now());

    for (int i = 0; i < network.granted().size(); i++) {
      MandateTerms terms = network.granted().get(i).terms();
      assertThat(network.consents().get(i).stream().map(Party::toString))
          .as("seed %d, %s", seed, terms)
          .containsExactlyInAnyOrderElementsOf(naive.consents(terms));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void revokedAtAnInstantNothingBelowCountsFromThatInstantOn(long seed) {
    RandomNetwork network = history(seed);
    World world = network.world();
    MandateId revoked =
        network.granted().get(network.random().nextInt(network.granted().size())).mandate();
    Instant at = world.now();
    world.revoke(revoked.value());
    InMemoryKnowledge before = world.knowledge(world.position(), at.minusNanos(1_000));
    InMemoryKnowledge from = world.knowledge(world.position(), at);
    NaiveNetwork naive = new NaiveNetwork(world.facts(), world.position() - 1, at);

    for (Granted grant : naive.grants()) {
      Chain chain = Chain.of(grant.id(), before);
      boolean stood = chain.links().stream().allMatch(link -> stands(naive, link.row().mandate()));
      assertThat(chain.effective(before.on())).as("%s before", grant.id()).isEqualTo(stood);
      boolean below = chain.links().stream().anyMatch(link -> link.row().mandate().equals(revoked));
      assertThat(Chain.of(grant.id(), from).effective(at))
          .as("%s from then on", grant.id())
          .isEqualTo(stood && !below);
    }
  }

  private static boolean stands(NaiveNetwork naive, MandateId mandate) {
    return naive.grants().stream()
        .filter(grant -> grant.id().equals(mandate))
        .allMatch(naive::standing);
  }

  /** The control: a ledger that asks nobody's consent is found out. */
  @Test
  void withoutConsentThisTestFails() {
    assertThat(found(NetworkAgainstNaiveModelTest::withoutConsent)).isPresent();
  }

  /** The control: a ledger that takes a delegation for a mandate is found out. */
  @Test
  void withoutDelegationThisTestFails() {
    assertThat(found(NetworkAgainstNaiveModelTest::withoutDelegation)).isPresent();
  }

  /** The control: a ledger that passes over what a delegation excludes is found out. */
  @Test
  void withoutExclusionsThisTestFails() {
    assertThat(found(NetworkAgainstNaiveModelTest::withoutExclusions)).isPresent();
  }

  private static Optional<String> found(UnaryOperator<Fact> broken) {
    return seeds()
        .mapToObj(seed -> disagreement(history(seed), broken))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Fact withoutConsent(Fact fact) {
    return switch (fact) {
      case MandateGranted it -> new MandateGranted(it.mandate(), it.terms());
      case SubMandateGranted it -> new SubMandateGranted(it.mandate(), it.parent(), it.terms());
      default -> Objects.requireNonNull(fact);
    };
  }

  private static Fact withoutDelegation(Fact fact) {
    return fact instanceof MandateGranted it && it.delegate() != null
        ? new MandatePublished(it.mandate(), "nowhere")
        : fact;
  }

  private static Fact withoutExclusions(Fact fact) {
    return fact instanceof MandateGranted it && it.delegate() != null
        ? new MandateGranted(it.mandate(), withoutExclusions(it.terms()))
        : fact;
  }

  private static MandateTerms withoutExclusions(MandateTerms terms) {
    return new MandateTerms(
        terms.kind(),
        terms.alsoKinds(),
        terms.nature(),
        terms.principal(),
        terms.grantor(),
        terms.holder(),
        terms.power(),
        terms.scope(),
        terms.limits(),
        terms.amountsStated(),
        List.of(),
        terms.conditions(),
        terms.from(),
        terms.until(),
        terms.subMandating(),
        terms.maxDepth(),
        terms.facetOf(),
        terms.supersedes(),
        terms.legalBasis(),
        terms.title());
  }

  private static RandomNetwork history(long seed) {
    RandomNetwork network = new RandomNetwork(seed);
    Stream.generate(() -> network).limit(STEPS).forEach(RandomNetwork::step);
    return network;
  }

  private static Optional<String> disagreement(RandomNetwork network, UnaryOperator<Fact> broken) {
    World world = network.world();
    List<RecordedFact> seen =
        world.facts().stream()
            .map(fact -> new RecordedFact(fact.envelope(), broken.apply(fact.fact())))
            .toList();
    for (int i = 0; i < QUESTIONS; i++) {
      long position = world.position() - network.random().nextLong(10);
      Instant on = world.now().minusSeconds(network.random().nextLong(-60, 6_000));
      String person = network.anybody();
      Act act = network.act();
      boolean naive = new NaiveNetwork(world.facts(), position, on).competent(person, act);
      var proof =
          AuthorityCheck.check(new PersonId(person), act, InMemoryKnowledge.of(seen, position, on));
      if (naive != (proof.verdict() == Verdict.COMPETENT)) {
        return Optional.of(
            "%s, %s, at %d on %s: naive says %s; check says %s"
                .formatted(person, act, position, on, naive, proof));
      }
    }
    return Optional.empty();
  }
}
