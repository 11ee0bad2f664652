package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.knowledge.Chain;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Obligation;
import nl.korf.model.money.VatBasis;
import nl.korf.model.rules.Rule;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.projections.knowledge.ReadModelKnowledge;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.testing.RandomHistory;
import org.junit.jupiter.api.Test;

/** The read models tell the rules exactly what a replay of the facts tells them. */
class ReadModelKnowledgeTest {

  private static final long SEED = 99;
  private static final int ENTITIES = 6;
  private static final int FACTS = 900;
  private static final int MOMENTS = 8;

  @Test
  void theReadModelsKnowWhatTheFactsSay() throws InterruptedException {
    var random = new SplittableRandom(SEED);
    try (var ledger = new ProjectedLedger()) {
      ledger.with(new RandomHistory(SEED, ENTITIES, 0.3).next(FACTS));
      for (int i = 0; i < MOMENTS; i++) {
        long position = 1L + random.nextInt(FACTS);
        Instant on =
            Instant.parse("2020-01-01T00:00:00Z")
                .plus(Duration.ofMinutes(random.nextInt(FACTS + 600)));
        compare(
            new ReadModelKnowledge(ledger.reads(), new AsOf(position, on)),
            InMemoryKnowledge.of(ledger.facts(position), position, on));
        compareReach(ledger, new AsOf(position, on));
        compareChains(ledger, new AsOf(position, on));
      }
    }
  }

  @Test
  void useIsSummedPerCurrencyAndVatBasisFromTheMomentItWasDecided() throws InterruptedException {
    var mandate = new MandateId("m-1");
    Instant today = Instant.parse("2026-01-01T00:00:00Z");
    try (var ledger = new ProjectedLedger()) {
      ledger.with(
          today,
          (Fact) decision(1, "works", Amount.euro(100, VatBasis.EXCLUSIVE), mandate),
          decision(2, "works", Amount.euro(20, VatBasis.EXCLUSIVE), mandate, new MandateId("m-2")),
          decision(3, "works", Amount.euro(3, VatBasis.INCLUSIVE), mandate),
          decision(4, "supplies", Amount.euro(4_000, VatBasis.EXCLUSIVE), mandate));
      Instant second = ledger.facts(2).getLast().envelope().recordedAt();
      for (AsOf asOf :
          List.of(
              new AsOf(4, today),
              new AsOf(2, today),
              new AsOf(4, second),
              new AsOf(4, second.minusSeconds(1)))) {
        Knowledge folded =
            InMemoryKnowledge.of(ledger.facts(asOf.position()), asOf.position(), asOf.on());
        assertThat(new ReadModelKnowledge(ledger.reads(), asOf).used(mandate, "works"))
            .containsExactlyInAnyOrderElementsOf(folded.used(mandate, "works"));
      }
      assertThat(new ReadModelKnowledge(ledger.reads(), new AsOf(4, today)).used(mandate, "works"))
          .containsExactly(
              Amount.euro(120, VatBasis.EXCLUSIVE), Amount.euro(3, VatBasis.INCLUSIVE));
    }
  }

  private static DecisionTaken decision(
      int number, String category, Amount amount, MandateId... mandates) {
    var act =
        new Act(
            new PowerId("leases"),
            MandateKind.PROXY,
            null,
            null,
            null,
            null,
            null,
            Obligation.once(category, amount),
            List.of());
    return new DecisionTaken(
        new DecisionId("d-" + number),
        null,
        LocalizedText.en("Decision " + number),
        Rule.MANDATED,
        null,
        null,
        null,
        act,
        new CompetenceProof(Verdict.COMPETENT, 1, null, List.of(), null, Map.of()),
        List.of(mandates),
        List.of(),
        null,
        null,
        null);
  }

  private static void compare(Knowledge read, Knowledge folded) {
    assertThat(read.position()).isEqualTo(folded.position());
    assertThat(read.on()).isEqualTo(folded.on());
    for (int i = 0; i <= ENTITIES; i++) {
      compareEntity(i, read, folded);
      for (int j = 0; j <= ENTITIES; j++) {
        var power = new PowerId("w" + i);
        var body = new BodyId("b" + j);
        assertThat(read.attributed(power, body)).isEqualTo(folded.attributed(power, body));
      }
    }
    for (int number = 1; number <= FACTS; number++) {
      var decision = new DecisionId("d" + number);
      assertThat(read.decision(decision)).isEqualTo(folded.decision(decision));
    }
  }

  private static void compareEntity(int i, Knowledge read, Knowledge folded) {
    for (Party.Kind kind : Party.Kind.values()) {
      String letter = kind.name().substring(0, 1).toLowerCase(Locale.ROOT);
      Party party = new Party(kind, letter + i);
      assertThat(read.exists(party)).as(party.toString()).isEqualTo(folded.exists(party));
    }
    var mandate = new MandateId("m" + i);
    assertThat(read.mandate(mandate)).isEqualTo(folded.mandate(mandate));
    assertThat(read.used(mandate, "works")).isEqualTo(folded.used(mandate, "works"));
    Set<Party> holders = Set.of(Party.of(new RoleId("r" + i)), Party.of(new RoleId("r" + (i + 1))));
    // chance grants one id to several holders, which no command does: any of them may be named
    assertThat(read.mandatesHeldBy(holders)).containsAll(folded.mandatesHeldBy(holders));
    assertThat(read.mandatesHeldBy(Set.of(Party.of(new RoleId("r99"))))).isEmpty();
    var person = new PersonId("p" + i);
    assertThat(read.rolesOf(person)).isEqualTo(folded.rolesOf(person));
    assertThat(read.role(new RoleId("r" + i))).isEqualTo(folded.role(new RoleId("r" + i)));
    assertThat(read.power(new PowerId("w" + i))).isEqualTo(folded.power(new PowerId("w" + i)));
  }

  /** What is looked up with the mandates somebody holds, where nothing was asked before. */
  private static void compareReach(ProjectedLedger ledger, AsOf asOf) {
    Knowledge folded =
        InMemoryKnowledge.of(ledger.facts(asOf.position()), asOf.position(), asOf.on());
    for (int i = 0; i < ENTITIES; i++) {
      Knowledge read = new ReadModelKnowledge(ledger.reads(), asOf);
      Set<Party> holders = Set.of(Party.of(new RoleId("r" + i)), Party.of(new BodyId("b" + i)));
      for (MandateId held : read.mandatesHeldBy(holders)) {
        assertThat(read.mandate(held)).isEqualTo(folded.mandate(held));
        Chain chain = Chain.of(held, read);
        assertThat(chain).isEqualTo(Chain.of(held, folded));
        for (Dated<MandateRow> link : chain.links()) {
          PowerId power = link.row().terms().power();
          BodyId principal = link.row().terms().principal();
          assertThat(read.power(power)).isEqualTo(folded.power(power));
          assertThat(read.attributed(power, principal))
              .isEqualTo(folded.attributed(power, principal));
          assertThat(read.delegationsOf(principal)).isEqualTo(folded.delegationsOf(principal));
        }
      }
    }
  }

  /** What a list shows as effective is what the rules call so. */
  private static void compareChains(ProjectedLedger ledger, AsOf asOf) {
    Knowledge folded =
        InMemoryKnowledge.of(ledger.facts(asOf.position()), asOf.position(), asOf.on());
    var mandates = new MandatesView(ledger.reads());
    for (int i = 0; i < ENTITIES; i++) {
      var mandate = new MandateId("m" + i);
      Chain chain = Chain.of(mandate, folded);
      mandates
          .standing(asOf, mandate)
          .ifPresent(
              standing -> assertThat(standing.effective()).isEqualTo(chain.effective(asOf.on())));
    }
  }
}
