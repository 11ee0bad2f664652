package nl.korf.auditor.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param kind what follows from it
 * @param file where in the export; null where it is about no single file
 * @param position the fact it is about, or the first of those; null where it is about none
 * @param what in words
 * @param expected what should be there
 * @param found what is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
    Kind kind,
    @Nullable String file,
    @Nullable Long position,
    String what,
    @Nullable String expected,
    @Nullable String found) {

  /** What follows. */
  public enum Kind {
    /** The export contradicts itself, or what is known of the ledger: it is not what it says. */
    DISPROVED,
    /** It cannot be read so far, and what stands there could not be checked. */
    UNCHECKED
  }

  private static final int SHOWN_MAX = 400;

  public Finding {
    expected = shortened(expected);
    found = shortened(found);
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= SHOWN_MAX
        ? text
        : text.substring(0, SHOWN_MAX) + "… (%d characters)".formatted(text.length());
  }

  /** For people, on one line. */
  public String sentence() {
    StringBuilder line = new StringBuilder();
    if (position != null) {
      line.append("position ").append(position).append(": ");
    }
    line.append(what);
    if (expected != null) {
      line.append("; expected ").append(expected);
    }
    if (found != null) {
      line.append("; found ").append(found);
    }
    return file == null ? line.toString() : line.append(" (").append(file).append(')').toString();
  }
}
