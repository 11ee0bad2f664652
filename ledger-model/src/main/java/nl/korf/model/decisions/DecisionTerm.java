package nl.korf.model.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a decision: it works in {@code [from, expiresAt)} and is looked at again at {@code
 * reviewAt}, which every decision taken in the ledger has.
 *
 * @param expiresAt null: it has no end of its own
 */
public record DecisionTerm(Instant from, @Nullable Instant expiresAt, Instant reviewAt) {

  /** After which a decision is reviewed where nobody says when: a year of 365 days. */
  public static final Duration REVIEW_AFTER = Duration.ofDays(365);

  /**
   * The term as asked for, with what was left out.
   *
   * @param from null: now
   * @param reviewAt null: {@code reviewAfter} from its start, or at its expiry where that is sooner
   */
  public static DecisionTerm of(
      @Nullable Instant from,
      @Nullable Instant expiresAt,
      @Nullable Instant reviewAt,
      Duration reviewAfter,
      Instant now) {
    Instant start = from == null ? now : from;
    Instant usual = start.plus(reviewAfter);
    Instant review = expiresAt != null && expiresAt.isBefore(usual) ? expiresAt : usual;
    return new DecisionTerm(start, expiresAt, reviewAt == null ? review : reviewAt);
  }

  /** All that is impossible about it. */
  public List<Reason> problems(Instant now) {
    List<Reason> reasons = new ArrayList<>();
    if (from.isBefore(now)) {
      reasons.add(Reason.of(Refusal.BACKDATED, "from", from.toString(), "now", now.toString()));
    }
    if (expiresAt != null && !expiresAt.isAfter(from)) {
      reasons.add(
          Reason.of(Refusal.PERIOD_EMPTY, "from", from.toString(), "until", expiresAt.toString()));
    } else {
      reasons.addAll(review(reviewAt, from, expiresAt));
    }
    return List.copyOf(reasons);
  }

  /**
   * What is impossible about a review.
   *
   * @param after the start of the decision, or the review before
   */
  static List<Reason> review(Instant reviewAt, Instant after, @Nullable Instant expiresAt) {
    List<Reason> reasons = new ArrayList<>();
    if (!reviewAt.isAfter(after)) {
      reasons.add(
          Reason.of(
              Refusal.REVIEW_TOO_SOON, "reviewAt", reviewAt.toString(), "after", after.toString()));
    }
    if (expiresAt != null && reviewAt.isAfter(expiresAt)) {
      reasons.add(
          Reason.of(
              Refusal.REVIEW_AFTER_EXPIRY,
              "reviewAt",
              reviewAt.toString(),
              "expiresAt",
              expiresAt.toString()));
    }
    return reasons;
  }
}
