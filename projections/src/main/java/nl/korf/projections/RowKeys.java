package nl.korf.projections;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import org.jspecify.annotations.Nullable;

/** What rows are filtered and sorted by, where that takes more than a line. */
final class RowKeys {

  private RowKeys() {}

  static List<@Nullable Object> of(DirectiveRow row) {
    return RowTable.list(
        row.directive(),
        row.type().name(),
        row.target().toString(),
        row.group(),
        row.issuer().toString(),
        row.principal(),
        row.state().name(),
        YearMonth.from(row.issuedOn().atOffset(ZoneOffset.UTC)).toString());
  }

  static List<@Nullable Object> of(ProgrammeRow row) {
    return RowTable.list(
        row.programme(),
        RowTable.lower(row.title().nl()),
        RowTable.lower(row.title().en()),
        (long) row.year(),
        row.group(),
        row.closed());
  }
}
