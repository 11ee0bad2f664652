package nl.korf.projections;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import nl.korf.model.money.Amount;
import nl.korf.model.view.DecisionRows.UseRow;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.MandateRow;
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

  static List<@Nullable Object> of(BodyRow row) {
    return RowTable.list(
        row.body(),
        row.identifier().register().name(),
        row.identifier().number(),
        row.kind(),
        row.parent(),
        row.dissolved());
  }

  static List<@Nullable Object> of(MandateRow row) {
    return RowTable.list(
        row.mandate(),
        row.parent(),
        row.terms().principal(),
        row.terms().grantor().toString(),
        row.terms().holder().toString(),
        row.terms().power(),
        row.state().name(),
        row.terms().delegate() == null ? null : row.terms().principal(),
        row.terms().delegate());
  }

  static List<@Nullable Object> of(DecisionRow row) {
    return RowTable.list(
        row.decision(),
        RowTable.lower(row.title().nl()),
        RowTable.lower(row.title().en()),
        row.initiative(),
        row.decidedBy(),
        row.decidedFor() == null ? null : row.decidedFor().toString(),
        row.principal(),
        row.stage(),
        row.takenAt(),
        row.state().name(),
        row.effectiveFrom(),
        row.reviewAt(),
        row.repeal() == null ? null : row.repeal().since());
  }

  static List<@Nullable Object> of(UseRow row) {
    Amount value = row.value();
    return value == null
        ? RowTable.list(row.mandate(), row.decision(), row.category(), null, null, null)
        : RowTable.list(
            row.mandate(),
            row.decision(),
            row.category(),
            value.currency(),
            value.vat().name(),
            value.minor());
  }
}
