package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.korf.eventstore.HeadSignal;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.testing.TestLedger;
import nl.korf.projections.testing.TestLedger.Dated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A first page reads as little about the first moments of a ledger as about its last. */
class EarlyPageTest {

  private static final int GROUPS = 20_000;
  private static final int EARLY = GROUPS / 1_000;
  private static final int PAGE = 10;

  /** For each row shown one of its table, and some of the way down an index. */
  private static final int BLOCKS_MAX = 3 * PAGE;

  private final TestLedger ledger = new TestLedger();
  private final HeadSignal head = ledger.headSignal();
  private final Projections projections =
      new Projections(ledger.pool(), ledger.log(), head, ProjectionsConfig.DEFAULT);
  // sessions of its own, which end with every question and then count what they read
  private final GroupsView groups =
      new GroupsView(new Reads(ledger.owner(), _ -> projections.schema(ReadModel.GROUPS)));

  @BeforeEach
  void fill() throws InterruptedException {
    List<Dated> formed = new ArrayList<>();
    for (int i = 1; i <= GROUPS; i++) {
      formed.add(new Dated(group(i), TestLedger.FOUNDED.plusSeconds(i)));
    }
    ledger.append(formed);
    projections.start();
    assertThat(projections.awaitPosition(GROUPS, Duration.ofSeconds(60))).isTrue();
    String table = projections.schema(ReadModel.GROUPS) + ".grp";
    // nobody but the test reads the table: a vacuum by itself would count among what was read
    ledger.execute("alter table " + table + " set (autovacuum_enabled = off)");
    ledger.execute("vacuum analyze " + table);
  }

  @AfterEach
  void close() {
    projections.close();
    head.close();
    ledger.close();
  }

  @ParameterizedTest(name = "of kind {0}")
  @ValueSource(strings = {"", "team"})
  void aPageReadsAboutWhatItShows(String kind) {
    var filter = new GroupsView.Filter(null, null, kind.isEmpty() ? null : kind, null, null);
    for (long position : List.of((long) EARLY, (long) GROUPS / 2, (long) GROUPS)) {
      AsOf asOf = new AsOf(position, TestLedger.FOUNDED.plusSeconds(position));

      long read = blocksReadBy(() -> shows(groups.page(asOf, filter, null, PAGE)));

      assertThat(read).as("position " + position).isLessThanOrEqualTo(BLOCKS_MAX);
    }
  }

  /** The control: in order of id, the page is found behind all that was not known yet. */
  @Test
  void inOrderOfIdAnEarlyPageWouldReadAWholeIndex() {
    String byId =
        "set enable_sort = off; select row from %s.grp where known_from <= %d order by entity limit %d"
            .formatted(projections.schema(ReadModel.GROUPS), EARLY, PAGE + 1);

    assertThat(blocksReadBy(() -> ledger.execute(byId))).isGreaterThan(2 * BLOCKS_MAX);
  }

  private static void shows(Page<?> page) {
    assertThat(page.items()).hasSize(PAGE);
    assertThat(page.next()).isNotNull();
  }

  private long blocksReadBy(Runnable question) {
    long before = counted();
    question.run();
    await().until(() -> counted() > before);
    return counted() - before;
  }

  private long counted() {
    String fetched =
        "select heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read"
            + " from pg_statio_user_tables where relname = 'grp'";
    return Long.parseLong(ledger.rows(fetched).getFirst().replaceAll("[()]", ""));
  }

  /** Ids are spread over their order, as random ones are. */
  private static GroupFormed group(int number) {
    String id = "g" + Integer.toHexString(number * 0x9E3779B9);
    return new GroupFormed(
        new GroupId(id), LocalizedText.en("Group"), "team", null, null, List.of(), null);
  }
}
