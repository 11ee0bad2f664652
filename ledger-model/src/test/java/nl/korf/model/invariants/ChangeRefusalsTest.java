package nl.korf.model.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Wording;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.invariants.Invariants.Change;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.Scope;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.VatBasis;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each way in which a narrowing, suspension, lifting or revocation is refused. */
class ChangeRefusalsTest {

  private static final Instant DAY_9 = World.START.plus(Duration.ofDays(9));

  /**
   * A change of m-2, which the secretary-general granted the officer.
   *
   * @param narrowing where the change is one
   */
  record Row(
      Refusal refusal,
      Change change,
      String actor,
      UnaryOperator<World> world,
      @Nullable MandateNarrowed narrowing) {
    boolean consents() {
      return refusal == Refusal.CONSENT_PENDING || refusal == Refusal.MANDATE_ALREADY_DECLINED;
    }

    @Override
    public String toString() {
      return refusal.code() + " " + change;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        row(Refusal.NOT_UPSTREAM, Change.REVOKE, "olga", world -> world),
        row(Refusal.NOT_UPSTREAM, Change.SUSPEND, "dirk", world -> world),
        row(Refusal.MANDATE_ALREADY_REVOKED, Change.REVOKE, "sam", world -> world.revoke("m-2")),
        row(Refusal.MANDATE_ALREADY_REVOKED, Change.LIFT, "sam", world -> world.revoke("m-2")),
        row(Refusal.MANDATE_ALREADY_EXPIRED, Change.SUSPEND, "sam", world -> world.at(DAY_9)),
        row(Refusal.MANDATE_ALREADY_SUSPENDED, Change.SUSPEND, "sam", w -> w.suspend("m-2")),
        row(Refusal.MANDATE_NOT_SUSPENDED, Change.LIFT, "sam", world -> world),
        row(
            Refusal.MANDATE_ALREADY_DECLINED,
            Change.REVOKE,
            "sam",
            world -> world.decline("m-2", "role:officer", "olga")),
        row(Refusal.CONSENT_PENDING, Change.SUSPEND, "sam", world -> world),
        row(Refusal.CONSENT_PENDING, Change.NARROW, "sam", world -> world),
        row(Refusal.REVOCATION_NOT_WRITTEN, Change.REVOKE, "sam", world -> world),
        narrow(Refusal.WIDENS, limits(Limit.perAct("works", excl(101), Bound.INCLUSIVE))),
        narrow(Refusal.WIDENS, limits(Limit.unlimited("works"))),
        narrow(Refusal.WIDENS, limits(Limit.perAct("services", excl(1), Bound.INCLUSIVE))),
        narrow(Refusal.WIDENS, limits(Limit.perAct("leases", excl(1), Bound.INCLUSIVE))),
        narrow(Refusal.WIDENS, scope(new Scope(List.of("west"), List.of(), List.of(), List.of()))),
        narrow(Refusal.WIDENS, scope(Scope.INHERITED)),
        narrow(Refusal.WIDENS, until(DAY_9.plusSeconds(1))),
        narrow(Refusal.PERIOD_EMPTY, until(World.START)),
        narrow(
            Refusal.LIMITS_NOT_COMPARABLE,
            limits(
                Limit.perAct("works", new Amount(1, "USD", VatBasis.EXCLUSIVE), Bound.INCLUSIVE))),
        narrow(Refusal.NARROWS_NOTHING, until(DAY_9)));
  }

  private static Row row(Refusal refusal, Change change, String actor, UnaryOperator<World> world) {
    return new Row(refusal, change, actor, world, null);
  }

  private static Row narrow(Refusal refusal, MandateNarrowed narrowing) {
    return new Row(refusal, Change.NARROW, "sam", world -> world, narrowing);
  }

  private static MandateNarrowed limits(Limit... limits) {
    return new MandateNarrowed(
        new MandateId("m-2"), null, List.of(limits), List.of(), null, false, null);
  }

  private static MandateNarrowed scope(Scope scope) {
    return new MandateNarrowed(new MandateId("m-2"), scope, null, List.of(), null, false, null);
  }

  private static MandateNarrowed until(Instant until) {
    return new MandateNarrowed(new MandateId("m-2"), null, null, List.of(), until, false, null);
  }

  private static Amount excl(long cents) {
    return new Amount(cents, "EUR", VatBasis.EXCLUSIVE);
  }

  /** m-2 reaches north and east, 100 a time for works, 500 in all for services, until day 9. */
  private static World world(String... consents) {
    World world = World.ofTheMinister();
    world.grant(
        "m-1",
        Terms.of("role:minister", "role:sg")
            .limits(Limit.unlimited("works"), Limit.unlimited("services"))
            .build());
    world.record(
        new SubMandateGranted(
            new MandateId("m-2"),
            new MandateId("m-1"),
            termsOfM2(),
            Stream.of(consents).map(Party::parse).toList(),
            World.RECORD,
            null,
            null));
    return world;
  }

  private static MandateTerms termsOfM2() {
    return Terms.of("role:sg", "role:officer")
        .scope(new Scope(List.of("north", "east"), List.of(), List.of(), List.of()))
        .limits(
            Limit.perAct("works", excl(100), Bound.INCLUSIVE),
            Limit.cumulative("services", excl(500), Bound.INCLUSIVE))
        .until(DAY_9)
        .build();
  }

  private static List<Reason> reasons(Row row, World world) {
    PersonId actor = new PersonId(row.actor());
    if (row.change() == Change.REVOKE) {
      return Invariants.ofRevocation(
          Invariants.AWB,
          new MandateId("m-2"),
          row.refusal() == Refusal.REVOCATION_NOT_WRITTEN ? null : World.RECORD,
          actor,
          world.knowledge(),
          world.now());
    }
    return row.narrowing() == null
        ? Invariants.ofChange(
            row.change(), new MandateId("m-2"), actor, world.now(), world.knowledge(), world.now())
        : Invariants.ofNarrowing(
            row.narrowing(), actor, world.now(), world.knowledge(), world.now());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aChangeIsRefusedForThisAloneAndSaysWhy(Row row) {
    World world = row.consents() ? world("role:officer") : world();
    List<Reason> reasons = reasons(row, row.world().apply(world));

    assertThat(reasons).extracting(Reason::refusal).containsExactly(row.refusal());
    assertThat(reasons.getFirst().message("en") + reasons.getFirst().next("en"))
        .as("every value the sentences show is given")
        .doesNotContain(Wording.ABSENT);
  }

  @ParameterizedTest
  @CsvSource({"sam, true", "mia, true", "olga, false", "dirk, false", "carl, false"})
  void theGrantorAndAnybodyUpstreamMayRevoke(String actor, boolean may) {
    World world = world();

    List<Reason> reasons =
        Invariants.ofChange(
            Change.REVOKE,
            new MandateId("m-2"),
            new PersonId(actor),
            world.now(),
            world.knowledge(),
            world.now());

    assertThat(reasons.isEmpty()).isEqualTo(may);
  }

  @Test
  void anOfferIsTakenBackWithoutADocumentAsItNeverCounted() {
    World world = world("role:officer");

    assertThat(
            Invariants.ofRevocation(
                Invariants.AWB,
                new MandateId("m-2"),
                null,
                new PersonId("sam"),
                world.knowledge(),
                world.now()))
        .isEmpty();
  }

  @Test
  void whatIsUnknownOrInThePastIsRefused() {
    World world = world();
    PersonId sam = new PersonId("sam");

    assertThat(
            Invariants.ofChange(
                Change.REVOKE,
                new MandateId("m-404"),
                sam,
                world.now(),
                world.knowledge(),
                world.now()))
        .extracting(Reason::refusal)
        .containsExactly(Refusal.MANDATE_UNKNOWN);
    assertThat(
            Invariants.ofChange(
                Change.REVOKE,
                new MandateId("m-2"),
                sam,
                World.START,
                world.knowledge(),
                world.now()))
        .extracting(Reason::refusal)
        .containsExactly(Refusal.BACKDATED);
  }

  @Test
  void whatOnlyNarrowsIsTaken() {
    World world = world();
    MandateNarrowed narrowing =
        new MandateNarrowed(
            new MandateId("m-2"),
            new Scope(List.of("north"), List.of("islands"), List.of(), List.of()),
            List.of(Limit.perAct("works", excl(100), Bound.EXCLUSIVE)),
            List.of(),
            DAY_9.minusSeconds(1),
            true,
            null);

    assertThat(
            Invariants.ofNarrowing(
                narrowing, new PersonId("mia"), world.now(), world.knowledge(), world.now()))
        .isEmpty();
  }
}
