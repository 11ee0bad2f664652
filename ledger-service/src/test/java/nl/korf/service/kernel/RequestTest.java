package nl.korf.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The turns of a command, while it is waited for and afterwards. */
class RequestTest {

  private record Nothing(String of) implements Command {}

  private final Turns turns = new Turns();

  @Test
  void anAttemptThatOutlivesItsTimeTakesNoTurn() {
    Request request = request();
    request.queueOn("mandate=m", turns);
    turns.give(request.close());

    assertThatThrownBy(() -> request.queueOn("mandate=m", turns))
        .isInstanceOf(CommandTimedOut.class);
    assertThat(turns.inUse()).isZero();
    request().queueOn("mandate=m", turns);
  }

  /** The control: whoever is not told that the time is up keeps the turn from everybody. */
  @Test
  void aTurnThatNobodyGivesBackIsInTheWay() {
    request().queueOn("mandate=m", turns);

    assertThatThrownBy(() -> request().queueOn("mandate=m", turns)).isInstanceOf(WaitForTurn.class);
  }

  @Test
  void aCommandTakesItsTurnOnce() {
    Request request = request();
    request.queueOn("mandate=m", turns);
    request.queueOn("mandate=m", turns);

    assertThat(request.close()).containsExactly("mandate=m");
  }

  private static Request request() {
    return new Request(new Nothing("at all"), Actor.registrar("test"), UUID.randomUUID());
  }
}
