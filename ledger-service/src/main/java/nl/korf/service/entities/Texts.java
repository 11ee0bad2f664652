package nl.korf.service.entities;

import nl.korf.model.FreeText;
import nl.korf.model.Refusal;
import org.jspecify.annotations.Nullable;

/** Text that somebody typed. */
public final class Texts {

  private Texts() {}

  /** The text as a fact keeps it; blank is none. Too long is a reason to refuse. */
  public static @Nullable FreeText of(String field, @Nullable String typed, Reasons reasons) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    reasons.when(
        typed.length() > FreeText.LENGTH_MAX,
        Refusal.VALUE_MALFORMED,
        "field",
        field,
        "value",
        "…",
        "problem",
        "%d characters, at most %d".formatted(typed.length(), FreeText.LENGTH_MAX));
    return FreeText.of(typed);
  }

  /** A reason that must be given. */
  public static @Nullable FreeText required(String field, @Nullable String typed, Reasons reasons) {
    FreeText text = of(field, typed, reasons);
    reasons.when(text == null, Refusal.VALUE_MISSING, "field", field);
    return text;
  }
}
