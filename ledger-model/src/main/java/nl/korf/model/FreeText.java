package nl.korf.model;

import org.jspecify.annotations.Nullable;

/**
 * Text somebody typed, which may name people and can therefore be erased. {@link #ERASED} is the
 * visible tombstone that stays in its place; no rule, tally or tag ever reads the text.
 */
public record FreeText(@Nullable String text) {

  /** Longest text, in characters. */
  public static final int LENGTH_MAX = 100_000;

  /** What is left when the text was erased. */
  public static final FreeText ERASED = new FreeText(null);

  public static FreeText of(String text) {
    return new FreeText(text);
  }

  public boolean erased() {
    return text == null;
  }
}
