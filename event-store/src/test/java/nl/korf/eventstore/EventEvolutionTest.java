package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestEvents.tagged;
import static nl.korf.eventstore.TestLedger.sourced;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Old facts are read as new ones everywhere, and stay what they are. */
class EventEvolutionTest {

  private static final EventEvolution EVOLUTION =
      EventEvolution.none()
          .with("noted", "1", "2", append(" second"))
          .with("noted", "2", "3", append(" third"));

  @Test
  void sourcingStreamingAndReadingSeeTheCurrentVersion() {
    try (TestLedger ledger = TestLedger.create();
        PgEventStorageEngine node =
            new PgEventStorageEngine(
                ledger.pool(), Note.CODEC, EVOLUTION, EventStoreConfig.of("test"))) {
      stored(node, event("noted", "t=1"), event("other", "t=1"));

      EventMessage sourced = sourced(node, tagged("t=1")).getFirst();
      assertThat(sourced.payload()).isEqualTo(new Note("noted second third", null));
      assertThat(sourced.type().version()).isEqualTo("3");
      assertThat(streamed(node)).isEqualTo(new Note("noted second third", null));

      StoredFact evolved = node.factLog().evolved(EVOLUTION).at(1).orElseThrow();
      assertThat(evolved.version()).isEqualTo("3");
      StoredFact asStored = node.factLog().at(1).orElseThrow();
      assertThat(asStored.version()).isEqualTo("1");
      assertThat(evolved.header()).isEqualTo(asStored.header());
      ledger.requireSound(2);
    }
  }

  @Test
  void aVersionHasOneNextAndNeverItself() {
    assertThatThrownBy(() -> EVOLUTION.with("noted", "1", "9", append("")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EVOLUTION.with("noted", "3", "1", append("")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(EVOLUTION.current("noted", "1")).isEqualTo("3");
    assertThat(EVOLUTION.current("other", "1")).isEqualTo("1");
  }

  private static Object streamed(PgEventStorageEngine node) {
    var stream = node.stream(StreamingCondition.startingFrom(null), null);
    EventMessage first = stream.next().orElseThrow().message();
    stream.close();
    return Objects.requireNonNull(first.payload());
  }

  private static UnaryOperator<JsonNode> append(String text) {
    return tree -> {
      ObjectNode object = (ObjectNode) tree;
      return object.put("text", object.get("text").stringValue() + text);
    };
  }
}
