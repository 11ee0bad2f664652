package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.mandates.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a mandate counts, and which one above it ends it (rule M8). */
class StandingsTest {

  private static final MandateId ROOT = new MandateId("m-root");
  private static final MandateId MIDDLE = new MandateId("m-middle");
  private static final MandateId LEAF = new MandateId("m-leaf");
  private static final MandateId SIDE = new MandateId("m-side");

  private final ProjectedLedger ledger = new ProjectedLedger();
  private final MandatesView mandates = new MandatesView(ledger.reads());

  @BeforeEach
  void grant() throws InterruptedException {
    ledger.with(
        year(2020),
        new MandateGranted(ROOT, terms(null)),
        new SubMandateGranted(MIDDLE, ROOT, terms(year(2024))),
        new SubMandateGranted(LEAF, MIDDLE, terms(null)),
        new SubMandateGranted(SIDE, ROOT, terms(null)));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static Instant year(int year) {
    return Instant.parse(year + "-01-01T00:00:00Z");
  }

  private static MandateTerms terms(@Nullable Instant until) {
    return new MandateTerms(
        MandateKind.MANDATE,
        List.of(),
        Nature.GRANTED,
        new BodyId("ministry"),
        Party.of(new RoleId("director")),
        Party.of(new RoleId("officer")),
        new PowerId("leases"),
        Scope.INHERITED,
        List.of(),
        true,
        List.of(),
        List.of(),
        null,
        until,
        SubMandating.YES,
        3,
        null,
        null,
        null,
        null);
  }

  private AsOf on(Instant instant) {
    return new AsOf(ledger.head(), instant);
  }

  private Standing standing(AsOf asOf, MandateId mandate) {
    return mandates.standing(asOf, mandate).orElseThrow();
  }

  private static @Nullable MandateId endedBy(Standing standing) {
    return standing.endedBy().map(held -> held.row().mandate()).orElse(null);
  }

  @Test
  void aMandateCountsWhileAllAboveItDo() {
    Standing leaf = standing(on(year(2022)), LEAF);

    assertThat(leaf.effective()).isTrue();
    assertThat(leaf.above()).extracting(held -> held.row().mandate()).containsExactly(MIDDLE, ROOT);
  }

  @Test
  void theDayAfterAnAncestorLapsesTheLeafIsEndedByIt() {
    Standing dayBefore = standing(on(year(2024).minusSeconds(1)), LEAF);
    Standing lapsed = standing(on(year(2024)), LEAF);

    assertThat(dayBefore.effective()).isTrue();
    assertThat(lapsed.effective()).isFalse();
    assertThat(endedBy(lapsed)).isEqualTo(MIDDLE);
    assertThat(standing(on(year(2024)), SIDE).effective()).isTrue();
  }

  @Test
  void aSuspensionAboveCountsUntilItIsLifted() throws InterruptedException {
    ledger.with(year(2021), new MandateSuspended(ROOT, null));
    ledger.with(year(2022), new SuspensionLifted(ROOT, null));

    assertThat(endedBy(standing(on(year(2021)), LEAF))).isEqualTo(ROOT);
    assertThat(standing(on(year(2022)), LEAF).effective()).isTrue();
  }

  @Test
  void aRevocationIsKnownOnlyFromItsPosition() throws InterruptedException {
    long before = ledger.head();
    ledger.with(year(2021), new MandateRevoked(ROOT, null, null));

    assertThat(standing(new AsOf(before, year(2022)), LEAF).effective()).isTrue();
    assertThat(standing(new AsOf(before + 1, year(2022)), LEAF).effective()).isFalse();
    assertThat(standing(new AsOf(before + 1, year(2020)), LEAF).effective()).isTrue();
  }

  @Test
  void whatHasNotBegunDoesNotCountYet() {
    Standing early = standing(on(year(2019)), LEAF);

    assertThat(early.mandate().from()).isEqualTo(year(2020));
    assertThat(early.effective()).isFalse();
    assertThat(endedBy(early)).isEqualTo(LEAF);
  }

  @Test
  void allThatHangsFromAMandateIsReadParentsFirst() {
    List<Standing> below = mandates.below(on(year(2024)), ROOT);

    assertThat(below)
        .extracting(standing -> standing.mandate().row().mandate())
        .containsExactly(ROOT, MIDDLE, SIDE, LEAF);
    assertThat(below).extracting(Standing::effective).containsExactly(true, false, true, false);
  }

  @Test
  void aChainThatEndsNowhereOrRunsInACircleNeverCounts() throws InterruptedException {
    MandateId orphan = new MandateId("m-orphan");
    MandateId one = new MandateId("m-one");
    MandateId two = new MandateId("m-two");
    ledger.with(
        year(2020),
        (Fact) new SubMandateGranted(orphan, new MandateId("m-nowhere"), terms(null)),
        new SubMandateGranted(one, two, terms(null)),
        new SubMandateGranted(two, one, terms(null)));

    assertThat(standing(on(year(2022)), orphan).effective()).isFalse();
    assertThat(standing(on(year(2022)), orphan).missing()).isEqualTo(new MandateId("m-nowhere"));
    assertThat(standing(on(year(2022)), one).effective()).isFalse();
    assertThat(mandates.below(on(year(2022)), one)).hasSize(2);
    assertThat(mandates.standing(on(year(2022)), new MandateId("m-nowhere"))).isEmpty();
  }

  @Test
  void aMomentIsThePositionRecordedByThenAndTheTimeOfThatPosition() {
    Instant now = Instant.parse("2026-05-05T12:00:00.123456789Z");
    var moments =
        new Moments(
            ledger.ledger().log(), ledger.projections()::position, InstantSource.fixed(now));
    Instant second = ledger.facts(2).getLast().envelope().recordedAt();

    assertThat(moments.head(null)).isEqualTo(new AsOf(4, now.minusNanos(789)));
    assertThat(moments.at(2, null)).isEqualTo(new AsOf(2, second));
    assertThat(moments.at(2, year(2020))).isEqualTo(new AsOf(2, year(2020)));
    assertThat(moments.at(second, null)).isEqualTo(new AsOf(2, second));
    assertThat(moments.at(second.minusNanos(1_000), null).position()).isEqualTo(1);
    assertThat(moments.at(now, null).position()).isEqualTo(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> moments.at(5, null))
        .withMessageContaining("beyond 4");
  }
}
