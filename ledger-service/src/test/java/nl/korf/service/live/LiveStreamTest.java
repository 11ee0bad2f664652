package nl.korf.service.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One reader of the stream: what it is told, from where, and when it ends. */
class LiveStreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int NO_HEARTBEAT = 3_600_000;

  private final LiveWindow window = new LiveWindow();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void whatComesLaterIsToldInOrderAndOnce() {
    window.restartAt(10);
    begin(null, LiveStreamTest::stored, () -> true, NO_HEARTBEAT);

    for (long position = 11; position <= 300; position++) {
      window.add(List.of(event(position)));
    }

    assertThat(toldUpTo(300)).isEqualTo(positions(11, 300));
  }

  @Test
  void whatTheWindowLostComesFromTheStore() {
    window.restartAt(4_000);
    begin(100L, LiveStreamTest::stored, () -> true, NO_HEARTBEAT);

    window.add(List.of(event(4_001)));

    assertThat(toldUpTo(4_001)).isEqualTo(positions(101, 4_001));
  }

  @Test
  void aStreamThatOnlyKnewTheWindowWouldLeaveAGap() {
    window.restartAt(4_000);
    window.add(List.of(event(4_001)));

    assertThat(window.after(100, 500)).isNull();
    assertThat(window.after(4_000, 500)).hasSize(1);
  }

  @Test
  void theOldestMakeWayAndTheRestStays() {
    window.restartAt(0);
    long last = LiveWindow.EVENTS_MAX + 100L;
    window.add(LongStream.rangeClosed(1, last).mapToObj(LiveStreamTest::event).toList());

    assertThat(window.after(99, 1)).isNull();
    assertThat(window.after(100, 1)).containsExactly(event(101));
    assertThat(window.after(last - 1, 500)).containsExactly(event(last));
  }

  @Test
  void aReaderTooFarBehindIsToldToLookAtEverything() {
    window.restartAt(LiveStream.BEHIND_MAX + 2L);
    begin(1L, LiveStreamTest::stored, () -> true, NO_HEARTBEAT);

    toldUpTo(LiveStream.BEHIND_MAX + 2L);
    assertThat(written()).contains("event: resync\nid: 5002\n").doesNotContain("event: fact");
  }

  @Test
  void aReaderFromAnotherHistoryIsToldToLookAtEverything() {
    window.restartAt(20);

    begin(999L, LiveStreamTest::stored, () -> true, NO_HEARTBEAT);

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(written()).contains("event: resync\nid: 20\n"));
  }

  @Test
  void theMapIsDrawnAnewOnceForEveryTimeItChanged() {
    window.restartAt(20);
    begin(null, LiveStreamTest::stored, () -> true, NO_HEARTBEAT);
    awaitHello();

    window.add(List.of(event(21)));
    window.redrawAt(21);

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(written()).endsWith("event: redraw\nid: 21\ndata: {\"position\":21}\n\n"));
  }

  @Test
  void whoMayNotReadAnyMoreIsToldNothingAfterTheNextHeartbeat() throws InterruptedException {
    window.restartAt(20);
    AtomicBoolean mayRead = new AtomicBoolean(true);
    Thread reader = begin(null, LiveStreamTest::stored, mayRead::get, 20);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(written()).endsWith(":\n\n"));

    mayRead.set(false);

    assertThat(reader.join(PATIENCE)).isTrue();
  }

  @Test
  void aStreamEndsWhenTheApplicationStops() throws InterruptedException {
    Thread reader = begin(null, LiveStreamTest::stored, () -> true, NO_HEARTBEAT);
    awaitHello();

    window.close();

    assertThat(reader.join(PATIENCE)).isTrue();
  }

  private Thread begin(
      @Nullable Long after,
      LongFunction<List<byte[]>> older,
      BooleanSupplier mayRead,
      int heartbeatMillis) {
    LiveStream stream = new LiveStream(window, older, after, out, mayRead, heartbeatMillis);
    return Thread.ofVirtual()
        .start(() -> {
          try {
            stream.run();
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** What the store would give after a position: two at a time, up to 4,000. */
  private static List<byte[]> stored(long position) {
    return LongStream.rangeClosed(position + 1, Math.min(position + 2, 4_000))
        .mapToObj(LiveStreamTest::event)
        .toList();
  }

  private static byte[] event(long position) {
    return ("event: fact\nid: " + position + "\ndata: {}\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private void awaitHello() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(written()).contains("event: hello"));
  }

  private List<Long> toldUpTo(long position) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(written()).contains("id: " + position + "\n"));
    return Stream.of(written().split("\n\n"))
        .filter(event -> event.startsWith("event: fact"))
        .map(event -> Long.valueOf(event.replaceAll("(?s).*id: (\\d+).*", "$1")))
        .toList();
  }

  private static List<Long> positions(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
