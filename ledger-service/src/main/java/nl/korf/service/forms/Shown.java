package nl.korf.service.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as a page shows it.
 *
 * @param path its name in the form; also its identifier there, with dots as hyphens
 * @param kind how it is asked for: a {@link Field.Kind}, {@code GROUP}, {@code LANGUAGES}, {@code
 *     MONEY} or {@code MANY}
 * @param label what it is called
 * @param hint how to fill it in, or null
 * @param value as filled in
 * @param fault what is wrong with it, or null
 * @param choices what can be chosen
 * @param list the identifier of the list of suggestions, or null
 * @param members of a group, or the rows of a list
 */
public record Shown(
    String path,
    String kind,
    String label,
    @Nullable String hint,
    boolean required,
    String value,
    @Nullable String fault,
    List<Choice> choices,
    @Nullable String list,
    List<Shown> members) {

  /** One of several. */
  public record Choice(String value, String label) {}

  public String id() {
    return "f-" + path.replace('.', '-');
  }

  /** Whether something is wrong with it, or with a field in it. */
  boolean faulty() {
    return fault != null || members.stream().anyMatch(Shown::faulty);
  }

  /** What describes the field to those who do not see it: its hint and its fault. */
  public @Nullable String describedBy() {
    if (hint == null && fault == null) {
      return null;
    }
    String own = hint == null ? "" : id() + "-hint";
    return (fault == null ? own : own + " " + id() + "-fault").strip();
  }
}
