package nl.korf.model.facts;

import java.util.Comparator;

/**
 * A key and value by which boundaries select facts; sorted by key, then value.
 *
 * @param key for example {@code mandate}; {@code mandate-use} where the fact only uses it
 */
public record Tag(String key, String value) implements Comparable<Tag> {

  private static final Comparator<Tag> ORDER =
      Comparator.comparing(Tag::key).thenComparing(Tag::value);

  @Override
  public int compareTo(Tag other) {
    return ORDER.compare(this, other);
  }

  /** The written form, {@code mandate=m-1}. */
  @Override
  public String toString() {
    return key + "=" + value;
  }
}
