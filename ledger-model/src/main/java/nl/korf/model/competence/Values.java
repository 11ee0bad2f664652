package nl.korf.model.competence;

import java.util.Map;
import java.util.TreeMap;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/** Names and values of a proof. */
final class Values {

  private Values() {}

  /** Name, value, name, value; a null value is left out. */
  static Map<String, String> of(@Nullable Object... namesAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        values.put(String.valueOf(namesAndValues[i]), value.toString());
      }
    }
    return values;
  }

  /** The mandate in the way, with who holds it, who granted it and what it hangs from. */
  static Map<String, String> of(MandateRow link, @Nullable Object... more) {
    Map<String, String> values = of(more);
    values.put("mandate", link.mandate().toString());
    values.put("holder", link.terms().holder().toString());
    values.put("grantor", link.terms().grantor().toString());
    values.put(
        "above",
        link.parent() == null ? link.terms().principal().toString() : link.parent().toString());
    return values;
  }
}
