package nl.korf.service.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was filled in, as the top of the page tells it (WCAG 3.3.1): by
 * the name of its field, and with the way there.
 *
 * @param id of the field it is about, or null where it is about no field
 * @param label what that field is called
 */
public record Wrong(
    @Nullable String id, @Nullable String label, String message, @Nullable String nextStep) {

  /** What stands in the way, and then what could not be read at its field. */
  static List<Wrong> of(@Nullable Outcome outcome, List<Shown> fields) {
    if (outcome == null || outcome.accepted()) {
      return List.of();
    }
    Map<String, Wrong> unread = new LinkedHashMap<>();
    Map<String, Wrong> places = new LinkedHashMap<>();
    fields.forEach(field -> look(field, field.label(), places, unread));
    List<Wrong> all = new ArrayList<>();
    for (Outcome.Reason reason : outcome.reasons()) {
      String path = Objects.requireNonNullElse(reason.path(), "");
      Wrong place = places.getOrDefault(path, new Wrong(null, null, "", null));
      all.add(new Wrong(place.id(), place.label(), reason.message(), reason.nextStep()));
      unread.remove(path);
    }
    all.addAll(unread.values());
    return all;
  }

  /** A row of a list has no name: it is called after the list. */
  private static void look(
      Shown field, String name, Map<String, Wrong> places, Map<String, Wrong> unread) {
    String called = field.label().isEmpty() ? name : field.label();
    String fault = field.fault();
    places.put(field.path(), new Wrong(field.id(), called, "", null));
    if (fault != null) {
      unread.put(field.path(), new Wrong(field.id(), called, fault, null));
    }
    field.members().forEach(member -> look(member, called, places, unread));
  }
}
