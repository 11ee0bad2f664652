package nl.korf.service.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  @Test
  void aCheckIsASpanOfItsOwnInTheCallersTrace() {
    Trace trace = Trace.of("00-" + TRACE + "-" + SPAN + "-01").orElseThrow();

    assertThat(trace.traceId()).isEqualTo(TRACE);
    assertThat(trace.parentSpanId()).isEqualTo(SPAN);
    assertThat(trace.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
      })
  void aHeaderThatIsNoneOfTheStandardsBeginsATrace(@Nullable String header) {
    assertThat(Trace.of(header)).isEmpty();
  }

  @Test
  void aTraceIsThereWhileItsRequestRunsAndNotAfterwards() {
    Traces traces = new Traces();
    UUID command = UUID.randomUUID();
    Trace trace = Trace.begun();

    traces.during(command, trace, () -> assertThat(traces.of(command)).isEqualTo(trace));

    assertThat(Optional.of(traces.of(command))).isNotEqualTo(Optional.of(trace));
    assertThat(traces.of(command).parentSpanId()).isNull();
  }
}
