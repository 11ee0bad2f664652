package nl.korf.model;

import org.jspecify.annotations.Nullable;

/**
 * A name or sentence in Dutch, English or both. Text of the ledger keeps its own language: where
 * one language is missing, the other is shown.
 */
public record LocalizedText(@Nullable String nl, @Nullable String en) {

  public LocalizedText {
    if (isBlank(nl) && isBlank(en)) {
      throw new IllegalArgumentException("a text needs at least one language, nl or en");
    }
  }

  public static LocalizedText nl(String text) {
    return new LocalizedText(text, null);
  }

  public static LocalizedText en(String text) {
    return new LocalizedText(null, text);
  }

  public static LocalizedText of(String nl, String en) {
    return new LocalizedText(nl, en);
  }

  /** The text in {@code language} (ISO 639-1), or in the other one. */
  public String in(String language) {
    String wanted = language.equals("nl") ? nl : en;
    String other = language.equals("nl") ? en : nl;
    if (wanted != null && !wanted.isBlank()) {
      return wanted;
    }
    return other == null ? "" : other;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
