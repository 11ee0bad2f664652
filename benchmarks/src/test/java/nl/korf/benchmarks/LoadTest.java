package nl.korf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final Duration MOMENT = Duration.ofMillis(200);

  @Test
  void everyCallerCallsAndEveryCallIsCounted() throws Exception {
    Set<Integer> callers = ConcurrentHashMap.newKeySet();
    Load load = Load.run(3, MOMENT, callers::add);

    assertThat(callers).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(load.calls()).isEqualTo(load.latency().getTotalCount()).isPositive();
  }

  @Test
  void aPacedLoadMakesTheCallsThatAreDueHoweverLongEachTakes() throws Exception {
    Load quick = Load.paced(2, 100, MOMENT, _ -> {});
    Load slow = Load.paced(2, 100, MOMENT, _ -> Thread.onSpinWait());

    assertThat(quick.calls()).isEqualTo(20);
    assertThat(slow.calls()).isEqualTo(20);
  }

  @Test
  void theFirstFailureEndsTheMeasurement() {
    assertThatThrownBy(() ->
            Load.run(
                2,
                MOMENT,
                _ -> {
                  throw new IOException("no answer");
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("no answer");
  }
}
