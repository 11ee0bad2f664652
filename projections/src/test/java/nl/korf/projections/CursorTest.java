package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.testing.RandomHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could have been told to ask is refused, and a part is never given for the whole. */
class CursorTest {

  private static final int FACTS = 400;
  private static final AsOf HEAD = new AsOf(FACTS, Instant.parse("2025-01-01T00:00:00Z"));
  private static final ProjectedLedger LEDGER = new ProjectedLedger();

  private final GroupsView groups = new GroupsView(LEDGER.reads());

  @BeforeAll
  static void fill() throws InterruptedException {
    LEDGER.with(new RandomHistory(61, 9, 0.3).next(FACTS));
  }

  @AfterAll
  static void close() {
    LEDGER.close();
  }

  @Test
  void aCursorOfAnotherListInTheSameOrderIsRefused() {
    String ofInitiatives =
        new InitiativesView(LEDGER.reads())
            .page(HEAD, new InitiativesView.Filter(null, null, null, false, null), null, 1)
            .next();

    assertThatExceptionOfType(BadCursor.class)
        .isThrownBy(() -> from(Objects.requireNonNull(ofInitiatives)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BIRTH initiative 1 initiative/i1",
        "BIRTH grp group/g1",
        "BIRTH grp 1",
        "BIRTH grp one group/g1",
        "BIRTH grp 99999999999999999999 group/g1",
        "BIRTH grp 1 group/\u0000",
        "BIRTH grp 1 group/\n",
        "OLDEST_FIRST grp 2025-01-01T00:00:00Z group/g1"
      })
  void aCursorNobodyWasGivenIsRefused(String written) {
    assertThatExceptionOfType(BadCursor.class).isThrownBy(() -> from(encoded(written)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+300000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "yesterday", ""})
  void aCursorWithAMomentThatCannotBeIsRefused(String moment) {
    String cursor = encoded("OLDEST_FIRST grp " + moment + " group/g1");

    assertThatExceptionOfType(BadCursor.class)
        .isThrownBy(() -> rows().oldestFirst().page(cursor, 5));
  }

  /** A list goes on from a place, whether or not anything is there. */
  @Test
  void aCursorOfAnEntityThatIsNotThereGoesOnFromItsPlace() {
    assertThat(from(encoded("BIRTH grp 0 group/nobody"))).isEqualTo(page(null, 5));
    assertThat(from(encoded("BIRTH grp " + FACTS + " group/nobody")).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "group\n", "a\u0085b"})
  void aTitleWithAControlCharacterIsRefused(String title) {
    assertThatExceptionOfType(UnfitValue.class)
        .isThrownBy(
            () -> groups.page(HEAD, new GroupsView.Filter(null, null, null, null, title), null, 5));
  }

  @Test
  void aValueTheDatabaseCannotHoldIsNoOutage() {
    AsOf never = new AsOf(FACTS, Instant.parse("+300000-01-01T00:00:00Z"));

    assertThatExceptionOfType(UnfitValue.class)
        .isThrownBy(() -> groups.page(never, GroupsView.Filter.ALL, null, 5));
    assertThatExceptionOfType(UnfitValue.class)
        .isThrownBy(() ->
            groups.page(HEAD, new GroupsView.Filter(null, null, "\u0000", null, null), null, 5));
  }

  /** The same mandate many times over, as if its terms had changed again and again. */
  @Test
  void aPartIsNeverGivenForTheWhole() {
    var mandates = new MandatesView(LEDGER.reads());
    MandateRow mandate =
        mandates.page(HEAD, MandatesView.Filter.ALL, null, 1).items().getFirst().row();
    int before = mandates.history(FACTS, mandate.mandate()).size();
    repeat(mandate.entity(), 1, Select.WHOLE_ROWS_MAX - before);
    assertThat(mandates.history(FACTS, mandate.mandate())).hasSize(Select.WHOLE_ROWS_MAX);

    repeat(mandate.entity(), Select.WHOLE_ROWS_MAX, Select.WHOLE_ROWS_MAX);

    assertThatIllegalStateException()
        .isThrownBy(() -> mandates.history(FACTS, mandate.mandate()))
        .withMessageContaining("More than 10000 rows of mandate");
    assertThat(mandates.everHeldBy(FACTS, List.of(mandate.terms().holder())))
        .containsOnlyOnce(mandate.mandate());
  }

  private static void repeat(String entity, int from, int to) {
    LEDGER
        .ledger()
        .execute(
            """
            insert into view_mandates_g1.mandate
            select (jsonb_populate_record(one, jsonb_build_object(
                     'effective_from', (one).effective_from + i * interval '1 hour'))).*
            from (select m from view_mandates_g1.mandate m where entity = '%s'
                  and known_until = 9223372036854775807 order by effective_from limit 1) first(one),
                 generate_series(%d, %d) i
            """
                .formatted(entity, from, to));
  }

  private Page<Held<GroupRow>> from(String cursor) {
    return page(cursor, 5);
  }

  private Page<Held<GroupRow>> page(@Nullable String cursor, int limit) {
    return groups.page(HEAD, GroupsView.Filter.ALL, cursor, limit);
  }

  private static Select<GroupRow> rows() {
    return LEDGER.reads().from(ReadModel.GROUPS, "grp", GroupRow.class).asOf(HEAD);
  }

  private static String encoded(String written) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(written.getBytes(StandardCharsets.UTF_8));
  }
}
