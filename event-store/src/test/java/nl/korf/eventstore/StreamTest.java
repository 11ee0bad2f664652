package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stream hands out every fact once, in order, and stops at one that cannot be read. */
class StreamTest {

  private static final int FETCH = 10;

  @Test
  void windowsThatAreReadAheadComeInOrderWithoutALoss() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node(config -> config.withWindow(100, FETCH));
      stored(node, events(95));
      var stream = node.stream(StreamingCondition.startingFrom(null), null);
      for (long position = 1; position <= 95; position++) {
        RecordedEventMessage next = (RecordedEventMessage) stream.next().orElseThrow().message();
        assertThat(next.position()).isEqualTo(position);
      }
      assertThat(stream.next()).isEmpty();
      assertThat(stream.isCompleted()).isFalse();
      stored(node, event("more"));
      assertThat(stream.next()).isPresent();
      stream.close();
    }
  }

  @Test
  void aFactThatCannotBeReadEndsTheStreamBehindTheOneBefore() {
    try (TestLedger ledger = TestLedger.create();
        PgEventStorageEngine node =
            new PgEventStorageEngine(
                ledger.pool(),
                new Choking("poison"),
                EventEvolution.none(),
                EventStoreConfig.of("test"))) {
      stored(node, event("a"), event("b"), event("poison"), event("c"));
      var stream = node.stream(StreamingCondition.startingFrom(null), null);

      assertThat(stream.next()).isPresent();
      assertThat(stream.isCompleted()).isFalse();
      assertThat(stream.next()).isPresent();
      assertThat(stream.next()).isEmpty();
      assertThat(stream.isCompleted()).isTrue();
      assertThat(stream.error()).containsInstanceOf(IllegalStateException.class);
    }
  }

  private static TaggedEventMessage<?>[] events(int count) {
    TaggedEventMessage<?>[] events = new TaggedEventMessage<?>[count];
    for (int i = 0; i < count; i++) {
      events[i] = event("e", new Note("n" + i, null), Map.of());
    }
    return events;
  }

  /** Cannot read one type. */
  private record Choking(String poison) implements FactCodec {

    @Override
    public EncodedFact encode(EventMessage event) {
      return Objects.requireNonNull(Note.CODEC.encode(event));
    }

    @Override
    public Object decode(String type, String version, byte[] payload, byte @Nullable [] personal) {
      if (type.equals(poison)) {
        throw new IllegalStateException("cannot read " + type);
      }
      return Note.CODEC.decode(type, version, payload, personal);
    }
  }
}
