package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.korf.eventstore.HeadSignal;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.testing.RandomHistory;
import nl.korf.projections.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildTest {

  private static final int FACTS = 600;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestLedger ledger = new TestLedger();
  private final RandomHistory history = new RandomHistory(41, 8, 0.2);
  private final HeadSignal head = ledger.headSignal();
  private final Projections projections =
      new Projections(ledger.pool(), ledger.log(), head, Steps.CONFIG);

  @BeforeEach
  void project() throws InterruptedException {
    ledger.append(history.next(FACTS));
    projections.start();
    assertThat(projections.awaitPosition(FACTS, PATIENCE)).isTrue();
  }

  @AfterEach
  void close() {
    projections.close();
    head.close();
    ledger.close();
  }

  @Test
  void aRebuiltReadModelHasTheSameHashAndTakesOver() throws Exception {
    RebuildReport report = rebuilt(ReadModel.GROUPS);

    assertThat(report.same()).isTrue();
    assertThat(report.swapped()).isTrue();
    assertThat(report.firstDifference()).isNull();
    assertThat(projections.schema(ReadModel.GROUPS)).isEqualTo("view_groups_g2");
    assertThat(Steps.contents(ledger, new Generation(ReadModel.GROUPS, 2)))
        .isEqualTo(Steps.contents(ledger, new Generation(ReadModel.GROUPS, 1)));
  }

  @Test
  void readsNeverStopWhileItIsRebuiltDuringWrites() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger reads = new AtomicInteger();
    Thread reader =
        Thread.ofVirtual()
            .unstarted(() -> {
              long least = 0;
              while (!over.get()) {
                long groups = groupsNow();
                if (groups < least || groups == 0) {
                  throw new AssertionError("%d after %d".formatted(groups, least));
                }
                least = groups;
                reads.incrementAndGet();
              }
            });
    AtomicBoolean failed = new AtomicBoolean();
    reader.setUncaughtExceptionHandler((_, _) -> failed.set(true));
    reader.start();

    for (int round = 0; round < 3; round++) {
      var rebuild = projections.rebuild(ReadModel.GROUPS);
      while (!rebuild.isDone()) {
        ledger.append(history.next(20));
      }
      assertThat(rebuild.get(30, TimeUnit.SECONDS).swapped()).isTrue();
      await()
          .atMost(PATIENCE)
          .until(() -> projections.status().stream().allMatch(ProjectionStatus::live));
    }
    over.set(true);
    reader.join();

    assertThat(failed).isFalse();
    assertThat(reads).hasPositiveValue();
    assertThat(projections.schema(ReadModel.GROUPS)).isEqualTo("view_groups_g4");
  }

  @Test
  void aDifferenceIsReportedAndWaitsForADecision() throws Exception {
    corrupt(200);

    RebuildReport report = rebuilt(ReadModel.GROUPS);

    assertThat(report.swapped()).isFalse();
    assertThat(report.same()).isFalse();
    assertThat(report.expected()).isFalse();
    assertThat(report.firstDifference()).isEqualTo(firstHashedFrom(200));
    assertThat(projections.schema(ReadModel.GROUPS)).isEqualTo("view_groups_g1");
    assertThat(candidate().state()).isEqualTo(ProjectionState.MISMATCH);
    assertThat(candidate().error()).contains(report.before(), report.rebuilt());

    RebuildReport decided =
        projections.accept(ReadModel.GROUPS, report.generation()).get(30, TimeUnit.SECONDS);

    assertThat(decided.swapped()).isTrue();
    assertThat(projections.schema(ReadModel.GROUPS)).isEqualTo("view_groups_g2");
  }

  @Test
  void aCandidateCanBeDiscardedAndIsDroppedAfterAWhile() throws Exception {
    corrupt(200);
    int candidate = rebuilt(ReadModel.GROUPS).generation();

    projections.discard(ReadModel.GROUPS, candidate);

    await().atMost(PATIENCE).until(() -> projections.status().stream().allMatch(s -> s.live()));
    assertThat(ledger.rows("select 1 from pg_namespace where nspname = 'view_groups_g2'"))
        .isEmpty();
    assertThatThrownBy(() -> projections.discard(ReadModel.GROUPS, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoAwaitsARebuildThatIsGivenUpElsewhereIsToldSo() {
    projections.close();
    try (Projections watcher = new Projections(ledger.pool(), ledger.log(), head, Steps.CONFIG);
        Projections other = new Projections(ledger.pool(), ledger.log(), head, Steps.CONFIG)) {
      watcher.watch();
      other.watch();
      var awaited = watcher.rebuild(ReadModel.GROUPS);

      other.discard(ReadModel.GROUPS, 2);

      await().atMost(PATIENCE).until(awaited::isCancelled);
    }
  }

  @Test
  void aGenerationThatIsNotThereCannotBeDiscarded() {
    assertThatThrownBy(() -> projections.discard(ReadModel.GROUPS, 99))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("view_groups_g99 is not there");
  }

  @Test
  void rowsOfAnotherVersionOfTheViewAreRebuiltAtTheNextStart() {
    ledger.execute(
        "update view_control.projection set view_version = 0 where name = 'GROUPS';"
            + " update view_groups_g1.digest set digest = sha256('')");

    try (Projections next = new Projections(ledger.pool(), ledger.log(), head, Steps.CONFIG)) {
      next.start();

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(next.schema(ReadModel.GROUPS)).isEqualTo("view_groups_g2"));
    }
  }

  @Test
  void rowsOfAnotherShapeAreNotReadAndBuiltAnewAtTheNextStart() {
    ledger.execute(
        "update view_control.projection set shape = 'of before' where name = 'GROUPS';"
            + " alter table view_groups_g1.grp drop column kind");
    long position = projections.position();

    try (Projections next = new Projections(ledger.pool(), ledger.log(), head, Steps.CONFIG)) {
      assertThatThrownBy(() -> next.schema(ReadModel.GROUPS)).isInstanceOf(ReadModelMissing.class);
      next.start();

      await()
          .atMost(PATIENCE)
          .ignoreException(ReadModelMissing.class)
          .until(() -> next.schema(ReadModel.GROUPS).equals("view_groups_g2"));
      assertThat(next.position()).isEqualTo(position);
      assertThat(next.schema(ReadModel.PEOPLE)).isEqualTo("view_people_g1");
      assertThat(ledger.rows("select kind from view_groups_g2.grp limit 1")).hasSize(1);
    }
  }

  /** Its own reads are told so; the others answer as of the head meanwhile. */
  @Test
  void aReadModelThatIsNewAnswersWhenItHasCaughtUp() throws InterruptedException {
    projections.close();
    ledger.execute(
        "delete from view_control.live where name = 'GROUPS';"
            + " delete from view_control.projection where name = 'GROUPS';"
            + " drop schema view_groups_g1 cascade");
    long poison = ledger.log().ofTypes(List.of("GroupFormed"), 0, FACTS, 10).get(5).position();
    AtomicBoolean poisonous = new AtomicBoolean(true);
    try (Projections next =
        new Projections(
            ledger.pool(),
            ledger.log(),
            head,
            Steps.CONFIG,
            model ->
                model == ReadModel.GROUPS
                    ? new PoisonedFold(poison, poisonous::get)
                    : RowFold.of(model))) {
      next.start();
      await().atMost(PATIENCE).until(() -> candidate().position() == poison - 1);

      assertThatThrownBy(() -> next.schema(ReadModel.GROUPS)).isInstanceOf(ReadModelMissing.class);
      assertThat(next.position()).isEqualTo(FACTS);
      assertThat(next.awaitPosition(FACTS, PATIENCE)).isTrue();

      poisonous.set(false);
      await()
          .atMost(PATIENCE)
          .ignoreException(ReadModelMissing.class)
          .until(() -> next.schema(ReadModel.GROUPS).equals("view_groups_g1"));
      assertThat(next.position()).isEqualTo(FACTS);
      assertThat(next.status()).allMatch(status -> status.state() == ProjectionState.RUNNING);
    }
  }

  @Test
  void theViewHashAtAPositionStaysWhatItWas() throws Exception {
    ViewHashes hashes = new ViewHashes(ledger.pool(), projections);
    byte[] before = hashes.at(FACTS / 2).orElseThrow();
    byte[] head = hashes.at(FACTS).orElseThrow();

    ledger.append(history.next(100));
    assertThat(projections.awaitPosition(FACTS + 100, PATIENCE)).isTrue();
    rebuilt(ReadModel.GROUPS);

    assertThat(hashes.at(FACTS / 2)).contains(before);
    assertThat(hashes.at(FACTS)).contains(head);
    assertThat(head).isNotEqualTo(before);
    assertThat(hashes.at(ledger.head() + 1)).isEmpty();
  }

  private RebuildReport rebuilt(ReadModel model) throws Exception {
    return projections.rebuild(model).get(30, TimeUnit.SECONDS);
  }

  private ProjectionStatus candidate() {
    return projections.status().stream().filter(status -> !status.live()).findFirst().orElseThrow();
  }

  /** Lets the hashes that answer say something else from a position on. */
  private void corrupt(long from) {
    ledger.execute(
        "update view_groups_g1.digest set digest = sha256(digest) where position >= " + from);
  }

  private long firstHashedFrom(long from) {
    return Long.parseLong(
        ledger
            .rows("select min(position) from view_groups_g1.digest where position >= " + from)
            .getFirst()
            .replaceAll("[()]", ""));
  }

  private long groupsNow() {
    String sql =
        "select count(distinct entity) from %s.grp".formatted(projections.schema(ReadModel.GROUPS));
    try (Connection connection = ledger.pool().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
