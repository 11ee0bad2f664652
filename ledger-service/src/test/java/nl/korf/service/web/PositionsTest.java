package nl.korf.service.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionsTest {

  /** A ledger at 10 whose read models are at 7, and stay there. */
  private static final Reading LATE =
      new Reading() {
        @Override
        public long head() {
          return 10;
        }

        @Override
        public long projected() {
          return 7;
        }

        @Override
        public boolean awaitProjected(long position) {
          return false;
        }

        @Override
        public long positionAt(Instant instant) {
          return 0;
        }

        @Override
        public Optional<Instant> recordedAt(long position) {
          return Optional.empty();
        }
      };

  private final Positions positions = new Positions(LATE);

  @Test
  void whatIsRecordedButNotShownYetPassesAndWhatIsBeyondTheHeadDoesNot() {
    assertThatCode(() -> positions.requireShown("at", 7)).doesNotThrowAnyException();
    assertThatThrownBy(() -> positions.requireShown("at", 8)).isInstanceOf(NotYetProjected.class);
    assertThatThrownBy(() -> positions.requireShown("at", 11)).isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> positions.requireShown("at", -1)).isInstanceOf(InvalidRequest.class);
  }
}
