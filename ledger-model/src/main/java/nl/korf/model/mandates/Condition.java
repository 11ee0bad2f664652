package nl.korf.model.mandates;

import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import org.jspecify.annotations.Nullable;

/**
 * What must hold besides before the mandate may be used. A sub-mandate inherits all conditions
 * above it (rule M7).
 *
 * @param with whose signature or advice, or null
 * @param from from this amount on (joint authority above a sum), or null: always
 * @param bound whether {@code from} itself already asks for it ({@link Bound#INCLUSIVE})
 */
public record Condition(
    Kind kind,
    @Nullable Party with,
    @Nullable String category,
    @Nullable Amount from,
    @Nullable Bound bound,
    LocalizedText text) {

  /** What the condition asks for. */
  public enum Kind {
    CO_SIGNATURE,
    PRIOR_ADVICE,
    POLICY,
    INSTRUCTION,
    OTHER
  }
}
