package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.korf.eventstore.FactLog;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupArchived;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.testing.RandomHistory;
import nl.korf.projections.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowerTest {

  private static final int FACTS = 700;

  private final TestLedger ledger = new TestLedger();

  @BeforeEach
  void prepare() throws SQLException {
    Steps.prepare(ledger);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aRowIsKnownFromItsFactAndInForceFromItsEffect() throws SQLException {
    ledger.append(formed("tiger"), Instant.parse("2021-01-01T00:00:00Z"));
    ledger.append(
        new GroupArchived(new GroupId("tiger"), null), Instant.parse("2022-01-01T00:00:00Z"));

    Steps.follow(ledger, ReadModel.GROUPS, Steps.CONFIG, 2);

    assertThat(groups())
        .containsExactly(
            "(ACTIVE,1,2,2021-01-01,)",
            "(ACTIVE,2,,2021-01-01,2022-01-01)",
            "(ARCHIVED,2,,2022-01-01,)");
  }

  @Test
  void aLateFactChangesThePastAndKeepsWhatWasKnown() throws SQLException {
    ledger.append(formed("tiger"), Instant.parse("2021-01-01T00:00:00Z"));
    ledger.append(
        new GroupArchived(new GroupId("tiger"), null), Instant.parse("2023-01-01T00:00:00Z"));
    Steps.follow(ledger, ReadModel.GROUPS, Steps.CONFIG, 2);
    ledger.append(
        new GroupArchived(new GroupId("tiger"), null), Instant.parse("2022-01-01T00:00:00Z"));

    Steps.follow(ledger, ReadModel.GROUPS, Steps.CONFIG, 3);

    assertThat(groups())
        .containsExactly(
            "(ACTIVE,1,2,2021-01-01,)",
            "(ACTIVE,2,3,2021-01-01,2023-01-01)",
            "(ACTIVE,3,,2021-01-01,2022-01-01)",
            "(ARCHIVED,3,,2022-01-01,)",
            "(ARCHIVED,2,3,2023-01-01,)");
  }

  @Test
  void factsOfOtherFamiliesOnlyAdvanceThePosition() throws SQLException {
    ledger.append(new PersonRegistered(new PersonId("p1"), false));

    Steps.follow(ledger, ReadModel.GROUPS, Steps.CONFIG, 1);

    assertThat(groups()).isEmpty();
    assertThat(ledger.rows("select position from view_control.projection where name = 'GROUPS'"))
        .containsExactly("(1)");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void rowsAreWhatAFoldOfAllFactsSaysAtEveryPosition(long seed) throws SQLException {
    Replay replay = new Replay();
    replay.take(ledger.append(new RandomHistory(seed, 6, 0.3).next(FACTS)));

    for (ReadModel model : ReadModel.values()) {
      Steps.follow(ledger, model, Steps.batches(50, 4), FACTS);
      assertThat(replay.rows(model)).isEqualTo(rows(model));
      assertThat(replay.digests(model)).isEqualTo(digests(model));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12})
  void foldedInHalvesOrBitByBitIsTheSameAsFoldedWhole(long seed) throws SQLException {
    ledger.append(new RandomHistory(seed, 8, 0.3).next(FACTS));

    for (ReadModel model : ReadModel.values()) {
      Map<String, List<String>> whole = folded(model, 1, Steps.batches(FACTS, 10_000), FACTS);
      assertThat(folded(model, 2, Steps.batches(FACTS, 10_000), FACTS / 2, FACTS)).isEqualTo(whole);
      assertThat(folded(model, 3, Steps.batches(7, 3), FACTS / 3, FACTS)).isEqualTo(whole);
    }
  }

  /** The log gives no more at once: what it leaves out would be taken to be not there. */
  @ParameterizedTest
  @ValueSource(ints = {0, FactLog.READ_FACTS_MAX + 1})
  void aBatchIsNoLargerThanWhatTheLogGivesAtOnce(int facts) {
    assertThatIllegalArgumentException().isThrownBy(() -> Steps.batches(facts, 1));
    assertThat(Steps.batches(FactLog.READ_FACTS_MAX, 1).batchFactsMax()).isEqualTo(10_000);
  }

  private Map<String, List<String>> folded(
      ReadModel model, int number, ProjectionsConfig config, int... halts) throws SQLException {
    Generation generation = new Generation(model, number);
    if (number > 1) {
      Builds.add(ledger, generation);
    }
    for (int halt : halts) {
      Builds.follow(ledger, generation, config, halt);
    }
    return Steps.contents(ledger, generation);
  }

  private List<String> groups() {
    return ledger.rows(
        """
        select state, known_from, nullif(known_until, 9223372036854775807),
               (effective_from at time zone 'UTC')::date,
               (nullif(effective_until, 'infinity') at time zone 'UTC')::date
        from view_groups_g1.grp order by effective_from, known_from
        """);
  }

  private List<String> rows(ReadModel model) {
    return RowTable.of(model).stream()
        .flatMap(table ->
            ledger
                .rows(
                    """
                    select entity, known_from, known_until,
                           extract(epoch from effective_from)::bigint,
                           case when effective_until = 'infinity' then 0
                                else extract(epoch from effective_until)::bigint end,
                           convert_from(row, 'UTF8') from %s.%s
                    """
                        .formatted(new Generation(model, 1).schema(), table.table()))
                .stream())
        .sorted()
        .toList();
  }

  private List<String> digests(ReadModel model) {
    return ledger.rows(
        "select position, encode(digest, 'hex') from %s.digest order by 1"
            .formatted(new Generation(model, 1).schema()));
  }

  private static Fact formed(String group) {
    return new GroupFormed(
        new GroupId(group), LocalizedText.nl("Tijgers"), "team", null, null, List.of(), null);
  }
}
