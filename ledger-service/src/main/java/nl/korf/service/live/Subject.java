package nl.korf.service.live;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a fact is about, read from a tag of it, whether it changes that or only uses it.
 *
 * @param kind as pages name it: {@code group}, {@code mandate}, {@code round} …
 * @param id its identifier
 */
public record Subject(String kind, String id) implements Comparable<Subject> {

  /** What the keys of tags name, where it is something else than they say. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("in-round", "round"),
          Map.entry("followed-by", "round"),
          Map.entry("decides-round", "round"),
          Map.entry("voter", "person"),
          Map.entry("decider", "person"),
          Map.entry("dissenter", "person"),
          Map.entry("mandate-use", "mandate"),
          Map.entry("mandate-cap", "mandate"),
          Map.entry("sub-mandate-of", "mandate"),
          Map.entry("superseding", "decision"),
          Map.entry("carries-out", "decision"),
          Map.entry("signature-on", "decision"),
          Map.entry("dissent-on", "decision"),
          Map.entry("own-power", "body"),
          Map.entry("embodied-body", "body"),
          Map.entry("delegator", "body"),
          Map.entry("delegate", "body"));

  /** A tag whose value says of itself what it names, {@code initiative:…}. */
  private static final String DIRECTED_AT = "directed-at";

  /** What the tags of a fact name: sorted, each once. */
  static List<Subject> of(List<String> tags) {
    TreeSet<Subject> subjects = new TreeSet<>();
    for (String tag : tags) {
      int split = tag.indexOf('=');
      Subject subject = of(tag.substring(0, split), tag.substring(split + 1));
      if (subject != null) {
        subjects.add(subject);
      }
    }
    return List.copyOf(subjects);
  }

  private static @Nullable Subject of(String key, String value) {
    if (!key.equals(DIRECTED_AT)) {
      return new Subject(KINDS.getOrDefault(key, key), value);
    }
    int split = value.indexOf(':');
    return split < 0 ? null : new Subject(value.substring(0, split), value.substring(split + 1));
  }

  @Override
  public int compareTo(Subject other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}
