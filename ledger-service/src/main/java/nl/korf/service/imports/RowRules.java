package nl.korf.service.imports;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import nl.korf.service.imports.Problem.Kind;

/** Rules between the cells of a row. */
interface RowRules {
  void check(Row row, Problems problems);

  static List<RowRules> of(Table table) {
    return switch (table) {
      case BODIES, ROLES, POWERS, GROUPS -> List.of(oneOf("name_nl", "name_en"));
      case INITIATIVES, DECISIONS -> List.of(oneOf("title_nl", "title_en"));
      case MANDATES, MANDATE_LIMITS ->
          List.of(money("limit", "bound"), money("floor", "floor_bound"));
      case EXCLUSIONS ->
          List.of(
              oneOf("mandate", "holder", "decree"),
              oneOf("text_nl", "text_en"),
              money("amount_from", "bound"));
      default -> List.of();
    };
  }

  private static RowRules oneOf(String... columns) {
    return (row, problems) -> {
      if (List.of(columns).stream().noneMatch(row::has)) {
        problems.cell(
            Kind.MISSING_VALUE,
            row,
            columns[0],
            null,
            "is empty, and so is " + String.join(", ", List.of(columns).subList(1, columns.length)),
            "fill in one of them");
      }
    };
  }

  private static RowRules money(String amount, String bound) {
    return (row, problems) -> {
      if (row.has(amount) && (!row.has(bound) || !row.has("currency"))) {
        String missing = row.has("currency") ? bound : "currency";
        problems.cell(
            Kind.MISSING_VALUE,
            row,
            missing,
            null,
            "is empty beside the amount in " + row.sourceColumn(amount),
            "an amount needs a currency and a bound");
      }
      String currency = row.get("currency");
      if (currency != null && !isCurrency(currency)) {
        problems.cell(
            Kind.FORM, row, "currency", currency, "is no currency", "write a code like EUR");
      }
      if (row.has(amount)
          && FolderCheck.DECIMAL.matcher(row.must(amount)).matches()
          && new BigDecimal(row.must(amount)).signum() == 0) {
        problems.cell(Kind.FORM, row, amount, row.get(amount), "is nothing", "leave it empty");
      }
    };
  }

  private static boolean isCurrency(String code) {
    try {
      return Currency.getInstance(code) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
