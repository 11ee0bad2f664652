package nl.korf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.korf.eventstore.KillLoop.Result;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final Result KEPT = new Result(25, 25, 9_000, 22_000, 700, 900, List.of());
  private static final Result FOUND_OUT = broken("append x was acknowledged, stored is null");

  private final List<String> said = new ArrayList<>();

  @Test
  void keptPromisesAndAControlThatWasFoundOutAreASuccess() {
    assertThat(Faults.report(KEPT, FOUND_OUT, said::add)).isTrue();
    assertThat(said)
        .contains(
            "kills: 25 of the JVM, 25 of PostgreSQL",
            "appends acknowledged: 9,000; facts stored: 22,000",
            "outcomes nobody knew at a kill: 1,600; all resolved: 700 stored, 900 not");
  }

  @Test
  void aViolationIsAFailureAndToldInFull() {
    assertThat(Faults.report(broken("position 7 is missing"), FOUND_OUT, said::add)).isFalse();
    assertThat(said).contains("VIOLATIONS: 1", "  position 7 is missing");
  }

  @Test
  void aControlThatWasNotFoundOutIsAFailure() {
    assertThat(Faults.report(KEPT, KEPT, said::add)).isFalse();
  }

  private static Result broken(String finding) {
    return new Result(1, 1, 10, 20, 1, 1, List.of(finding));
  }
}
