package nl.korf.model.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.model.Refused.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTermTest {

  /** From, expiry and review in days, now being day 10; what is refused, all at once. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, -",
        "10, 20, 20, -",
        "12, 20, 13, -",
        "12, -, 400, -",
        "9, -, -, backdated",
        "12, 12, -, period-empty",
        "12, 11, 30, period-empty",
        "12, 20, 12, review-too-soon",
        "12, 20, 11, review-too-soon",
        "12, 20, 21, review-after-expiry",
        "9, 8, -, backdated period-empty",
        "9, 20, 21, backdated review-after-expiry",
        "9, -, 9, backdated review-too-soon"
      })
  void impossibleDatesAreRefusedAllAtOnce(
      @Nullable Integer from,
      @Nullable Integer expires,
      @Nullable Integer review,
      @Nullable String refused) {
    Instant now = Acts.day(10);

    List<Reason> problems =
        DecisionTerm.of(day(from), day(expires), day(review), DecisionTerm.REVIEW_AFTER, now)
            .problems(now);

    assertThat(problems)
        .extracting(reason -> reason.refusal().code())
        .containsExactly(refused == null ? new String[0] : refused.split(" "));
  }

  @Test
  void aReviewThatNobodyNamesComesAfterTheUsualTimeOrAtTheExpiryIfThatIsSooner() {
    Duration week = Duration.ofDays(7);

    assertThat(DecisionTerm.of(null, null, null, week, Acts.day(1)).reviewAt())
        .isEqualTo(Acts.day(8));
    assertThat(DecisionTerm.of(Acts.day(3), null, null, week, Acts.day(1)).reviewAt())
        .isEqualTo(Acts.day(10));
    assertThat(DecisionTerm.of(null, Acts.day(5), null, week, Acts.day(1)).reviewAt())
        .isEqualTo(Acts.day(5));
    assertThat(DecisionTerm.of(null, Acts.day(50), null, week, Acts.day(1)).reviewAt())
        .isEqualTo(Acts.day(8));
  }

  private static @Nullable Instant day(@Nullable Integer number) {
    return number == null ? null : Acts.day(number);
  }
}
