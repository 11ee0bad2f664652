package nl.korf.eventstore;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** Short ways to write events, criteria and conditions; tags are {@code key=value}. */
final class TestEvents {

  private TestEvents() {}

  static TaggedEventMessage<?> event(String type, String... tags) {
    return event(type, new Note(type, null), Map.of(), tags);
  }

  static TaggedEventMessage<?> event(
      String type, Note note, Map<String, String> metadata, String... tags) {
    return event(UUID.randomUUID(), type, note, metadata, tags);
  }

  static TaggedEventMessage<?> event(
      UUID id, String type, Note note, Map<String, String> metadata, String... tags) {
    return new GenericTaggedEventMessage<>(
        new GenericEventMessage(
            id.toString(), new MessageType(type, "1"), note, metadata, Instant.now()),
        tags(tags));
  }

  static EventCriteria anyOf(EventCriteria... criteria) {
    return EventCriteria.either(criteria);
  }

  /** Facts of one of these types that carry all these tags. */
  static EventCriteria facts(List<String> types, String... tags) {
    Set<QualifiedName> names = new HashSet<>();
    types.forEach(type -> names.add(new QualifiedName(type)));
    return EventCriteria.havingTags(tags(tags)).andBeingOneOfTypes(names);
  }

  static EventCriteria tagged(String... tags) {
    return EventCriteria.havingTags(tags(tags));
  }

  /** Nothing of the boundary was recorded after {@code position}. */
  static AppendCondition unchangedSince(long position, EventCriteria boundary) {
    return AppendCondition.withCriteria(boundary)
        .withMarker(new GlobalIndexConsistencyMarker(position));
  }

  static Set<Tag> tags(String... texts) {
    return TagText.parse(Arrays.asList(texts));
  }
}
