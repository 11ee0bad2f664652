package nl.korf.service.entities;

import java.time.Duration;
import nl.korf.model.decisions.DecisionTerm;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator can set about decisions ({@code korf.decisions.…}).
 *
 * @param reviewAfter after which a decision is reviewed where nobody says when, {@code 180d}; null:
 *     {@link DecisionTerm#REVIEW_AFTER}
 */
@ConfigurationProperties("korf.decisions")
public record DecisionSettings(@Nullable Duration reviewAfter) {

  /** Nothing set. */
  public static final DecisionSettings DEFAULT = new DecisionSettings(null);

  public DecisionSettings {
    if (reviewAfter != null && !reviewAfter.isPositive()) {
      throw new IllegalArgumentException(
          "korf.decisions.review-after is more than nothing, not " + reviewAfter);
    }
  }

  /** The time until a review that nobody named. */
  public Duration untilReview() {
    return reviewAfter == null ? DecisionTerm.REVIEW_AFTER : reviewAfter;
  }
}
