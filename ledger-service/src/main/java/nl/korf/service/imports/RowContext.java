package nl.korf.service.imports;

import java.util.List;
import nl.korf.model.initiatives.Bloft;
import org.jspecify.annotations.Nullable;

/** The context along the BLOFT facets, as a row states it. */
final class RowContext {

  private RowContext() {}

  static Bloft of(Row row) {
    return new Bloft(
        facet(row, "business"),
        facet(row, "legal"),
        facet(row, "operational"),
        facet(row, "functional"),
        facet(row, "technological"));
  }

  private static Bloft.@Nullable Facet facet(Row row, String column) {
    String text = row.get(column);
    return text == null ? null : new Bloft.Facet(text, List.of());
  }
}
