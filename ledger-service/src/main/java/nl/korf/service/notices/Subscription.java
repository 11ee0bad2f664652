package nl.korf.service.notices;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.korf.model.PersonId;
import nl.korf.model.notices.Followed;
import org.jspecify.annotations.Nullable;

/**
 * Somebody follows something, in one version of how.
 *
 * @param below whether all below it is followed too
 * @param condition an expression in CEL that must hold of the fact, or null
 * @param language in which they are told, {@code nl} or {@code en}
 * @param from facts after this position count
 * @param until up to and including this one; null: it goes on
 * @param madeAt when this version was made
 */
public record Subscription(
    UUID subscription,
    int version,
    PersonId person,
    Followed followed,
    boolean below,
    @Nullable String condition,
    Channel channel,
    Cadence cadence,
    String language,
    long from,
    @Nullable Long until,
    Instant madeAt) {

  /** Longest condition, in characters. */
  public static final int CONDITION_MAX = 500;

  /**
   * What is wrong with a condition, as the compiler of CEL says it; empty where it can be taken.
   */
  public static Optional<String> conditionFault(String condition) {
    try {
      Conditions.Condition _ = Conditions.compile(condition);
      return Optional.empty();
    } catch (Conditions.Unfit unfit) {
      return Optional.of(String.valueOf(unfit.getMessage()));
    }
  }

  /** Whether it counts for the fact at a position. */
  public boolean covers(long position) {
    return position > from && (until == null || position <= until);
  }

  /** What it is found by among what a fact touches. */
  String key() {
    return followed.key(below);
  }

  /** Where a channel delivers for it: webhooks each to their own, others once a person. */
  String target() {
    return channel == Channel.WEBHOOK ? subscription.toString() : "";
  }
}
