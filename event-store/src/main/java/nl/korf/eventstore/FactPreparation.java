package nl.korf.eventstore;

import static nl.korf.eventstore.FactMetadata.ACTOR;
import static nl.korf.eventstore.FactMetadata.CAUSE;
import static nl.korf.eventstore.FactMetadata.COMMAND_ID;
import static nl.korf.eventstore.FactMetadata.EFFECTIVE_AT;
import static nl.korf.eventstore.FactMetadata.ON_BEHALF_OF;
import static nl.korf.eventstore.FactMetadata.TIMESTAMP;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Turns Axon's events into facts ready to be appended, on the thread of whoever appends. All limits
 * of a fact are held here, before anything is queued.
 */
final class FactPreparation {

  private final String ledgerId;
  private final FactCodec codec;
  private final SecureRandom salts = new SecureRandom();

  FactPreparation(String ledgerId, FactCodec codec) {
    PlainText.require("ledger id", ledgerId);
    this.ledgerId = ledgerId;
    this.codec = codec;
  }

  /** Throws {@link FactRejected} for the first event that cannot be stored. */
  List<PreparedFact> prepare(List<TaggedEventMessage<?>> events, AppendOptions options) {
    atMost("facts in an append", events.size(), FactLimits.APPEND_FACTS_MAX);
    return events.stream().map(event -> prepare(event, options)).toList();
  }

  private PreparedFact prepare(TaggedEventMessage<?> tagged, AppendOptions options) {
    EventMessage event = tagged.event();
    Set<Tag> tags = tagged.tags();
    atMost("tags of a fact", tags.size(), FactLimits.TAGS_MAX);
    PlainText.require("type", event.type().name());
    PlainText.require("version", event.type().version());
    EncodedFact encoded = codec.encode(event);
    atMost("bytes of a payload", encoded.payload().length, FactLimits.PAYLOAD_BYTES_MAX);
    byte[] metadata = metadata(event);
    @Nullable PersonalPart personal = personal(encoded);
    List<String> tagTexts = TagText.sorted(tags);
    return new PreparedFact(
        eventId(event),
        event.type().name(),
        event.type().version(),
        tagTexts,
        encoded.payload(),
        metadata,
        personal,
        header(event, options, tagTexts, encoded.payload(), metadata, personal));
  }

  private HeaderTemplate header(
      EventMessage event,
      AppendOptions options,
      List<String> tags,
      byte[] payload,
      byte[] metadata,
      @Nullable PersonalPart personal) {
    Map<String, String> given = event.metadata();
    @Nullable String effectiveAt = given.get(EFFECTIVE_AT);
    return new HeaderTemplate(
        new HeaderTemplate.Content(
            ledgerId,
            eventId(event),
            event.type().name(),
            event.type().version(),
            tags,
            effectiveAt == null ? null : LedgerTime.normalised(EFFECTIVE_AT, effectiveAt),
            given.get(ACTOR),
            given.get(ON_BEHALF_OF),
            commandId(given.get(COMMAND_ID), options),
            given.get(CAUSE),
            payload.length,
            Sha256.hex(payload),
            Sha256.hex(metadata),
            personal == null ? null : Sha256.hex(personal.salt(), personal.bytes())));
  }

  private static @Nullable String commandId(@Nullable String stated, AppendOptions options) {
    @Nullable String promised = options.commandId() == null ? null : options.commandId().toString();
    if (stated != null && promised != null && !stated.equals(promised)) {
      throw new FactRejected(
          "The metadata name command %s, the append is for %s".formatted(stated, promised));
    }
    return stated == null ? promised : stated;
  }

  private static byte[] metadata(EventMessage event) {
    Map<String, String> all = new HashMap<>(event.metadata());
    if (all.put(TIMESTAMP, LedgerTime.truncated(event.timestamp()).toString()) != null) {
      throw new FactRejected("The metadata key '" + TIMESTAMP + "' is the store's own");
    }
    byte[] json = MetadataJson.write(all);
    atMost("bytes of metadata", json.length, FactLimits.METADATA_BYTES_MAX);
    return json;
  }

  private @Nullable PersonalPart personal(EncodedFact encoded) {
    byte[] bytes = encoded.personal();
    if (bytes == null) {
      return null;
    }
    atMost("bytes of a personal part", bytes.length, FactLimits.PERSONAL_BYTES_MAX);
    byte[] salt = new byte[PersonalPart.SALT_BYTES];
    salts.nextBytes(salt);
    return new PersonalPart(salt, bytes);
  }

  private static UUID eventId(EventMessage event) {
    try {
      return UUID.fromString(event.identifier());
    } catch (IllegalArgumentException notAUuid) {
      throw new FactRejected("An event's identifier is a UUID: " + event.identifier(), notAUuid);
    }
  }

  private static void atMost(String what, int count, int limit) {
    if (count > limit) {
      throw new FactRejected("Too many %s: %d, at most %d".formatted(what, count, limit));
    }
  }
}
