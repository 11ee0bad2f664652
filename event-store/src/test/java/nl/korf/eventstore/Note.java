package nl.korf.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The payload of these tests: a text, and a personal remark that can be erased. */
record Note(String text, @Nullable String remark) {

  /** Writes the remark apart from the text. */
  static final FactCodec CODEC =
      new FactCodec() {
        @Override
        public EncodedFact encode(EventMessage event) {
          Note note = Objects.requireNonNull((Note) event.payload());
          byte[] json = JsonMapper.shared().writeValueAsBytes(new Stored(note.text()));
          String remark = note.remark();
          return new EncodedFact(
              json, remark == null ? null : remark.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Object decode(
            String type, String version, byte[] payload, byte @Nullable [] personal) {
          Stored stored = JsonMapper.shared().readValue(payload, Stored.class);
          return new Note(
              stored.text(),
              personal == null ? null : new String(personal, StandardCharsets.UTF_8));
        }
      };

  private record Stored(String text) {}
}
