package nl.korf.model.invariants;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names and values of a violation. */
final class Values {

  static final List<Map<String, String>> NONE = List.of();

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

  /** One violation with these values. */
  static List<Map<String, String>> one(@Nullable Object... namesAndValues) {
    return List.of(of(namesAndValues));
  }
}
