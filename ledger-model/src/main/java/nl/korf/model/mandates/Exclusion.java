package nl.korf.model.mandates;

import nl.korf.model.LocalizedText;
import nl.korf.model.PowerId;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import org.jspecify.annotations.Nullable;

/**
 * What a mandate does not cover. Exclusions only grow on the way down (rule M4).
 *
 * @param power excluded with everything below it, or null
 * @param subject excluded subject, or null
 * @param from excluded only from this amount on, or null: always
 * @param bound whether {@code from} itself is excluded ({@link Bound#INCLUSIVE})
 * @param text in the words of the source; where neither power nor subject is named, a person judges
 */
public record Exclusion(
    @Nullable PowerId power,
    @Nullable String subject,
    @Nullable Amount from,
    @Nullable Bound bound,
    LocalizedText text) {

  /** Whether a machine can decide it. */
  public boolean decidable() {
    return power != null || subject != null;
  }
}
