package nl.korf.model.facts;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.korf.model.Imported;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts as the bytes that are stored. {@link Personal} components stand in the personal part, which
 * can be erased; the payload holds {@code {"personal":true}} in their place. A fact whose personal
 * part is gone reads as {@link nl.korf.model.FreeText#ERASED}.
 */
public final class FactJson {

  /** Key of the metadata: when the fact holds in the world, ISO 8601. */
  public static final String EFFECTIVE_AT = "effectiveAt";

  /** Key of the metadata: who acted. */
  public static final String ACTOR = "actor";

  /** Key of the metadata: the body or group acted for. */
  public static final String ON_BEHALF_OF = "onBehalfOf";

  /** Key of the metadata: the command that brought it about. */
  public static final String COMMAND_ID = "commandId";

  /** Key of the metadata: position of the fact that led to the command. */
  public static final String CAUSE = "cause";

  /** Key of the metadata: source and findings of imported history, as JSON. */
  public static final String IMPORTED = "imported";

  private static final String MARKER = "personal";
  private static final String TEXT = "text";
  private static final JsonMapper MAPPER = ModelJson.mapper();
  private static final Map<Class<?>, List<String>> PERSONAL = new ConcurrentHashMap<>();

  /**
   * A fact as stored.
   *
   * @param type stored name
   * @param personal the texts by component name, or null where the fact has none
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Encoded(String type, String version, byte[] payload, byte @Nullable [] personal) {}

  private FactJson() {}

  /**
   * The bytes to store.
   *
   * @throws nl.korf.model.Refused when it names a moment the ledger does not hold
   */
  public static Encoded encode(Fact fact) {
    Moments.requireHeld(fact);
    ObjectNode payload = MAPPER.valueToTree(fact);
    ObjectNode personal = MAPPER.createObjectNode();
    for (String component : personalComponents(fact.getClass())) {
      JsonNode freeText = payload.get(component);
      if (freeText != null) {
        if (freeText.has(TEXT)) {
          personal.set(component, freeText.get(TEXT));
        }
        payload.set(component, MAPPER.createObjectNode().put(MARKER, true));
      }
    }
    String name = FactTypes.nameOf(fact);
    return new Encoded(
        name,
        FactTypes.version(name),
        MAPPER.writeValueAsBytes(payload),
        personal.isEmpty() ? null : MAPPER.writeValueAsBytes(personal));
  }

  /**
   * Reads a stored fact.
   *
   * @param personal null where there is none or it was erased
   * @throws IllegalArgumentException when the type is not known or the bytes are not such a fact
   */
  public static Fact decode(
      String type, String version, byte[] payload, byte @Nullable [] personal) {
    Class<? extends Fact> record = FactTypes.recordOf(type, version);
    try {
      byte[] current =
          FactUpgrades.needed(type, version) ? upgraded(type, version, payload) : payload;
      @Nullable Fact fact = read(record, current, personal);
      if (fact == null) {
        throw new IllegalArgumentException("the bytes of a fact are a JSON object");
      }
      Components.requireComplete(fact);
      return fact;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "the bytes are no %s version %s: %s".formatted(type, version, e.getOriginalMessage()), e);
    }
  }

  /**
   * What the ledger says beside the fact. Without an effective time of its own the fact holds from
   * the moment it was recorded; times count in microseconds.
   *
   * @throws IllegalArgumentException when the metadata lacks the actor, or a time is none
   */
  public static Envelope envelope(long position, Instant recordedAt, Map<String, String> metadata) {
    String imported = metadata.get(IMPORTED);
    String effectiveAt = metadata.get(EFFECTIVE_AT);
    String actor = metadata.get(ACTOR);
    if (actor == null) {
      throw new IllegalArgumentException("the metadata of a fact lacks " + ACTOR);
    }
    return new Envelope(
        position,
        recordedAt,
        effectiveAt == null ? recordedAt : instant(effectiveAt),
        actor,
        metadata.get(ON_BEHALF_OF),
        metadata.get(COMMAND_ID),
        metadata.get(CAUSE),
        imported == null ? null : MAPPER.readValue(imported, Imported.class));
  }

  /** Source and findings as written into the metadata. */
  public static String imported(Imported imported) {
    return MAPPER.writeValueAsString(imported);
  }

  private static byte[] upgraded(String type, String version, byte[] payload) {
    return MAPPER.writeValueAsBytes(FactUpgrades.upgrade(type, version, tree(payload)));
  }

  private static ObjectNode tree(byte[] payload) {
    if (MAPPER.readTree(payload) instanceof ObjectNode tree) {
      return tree;
    }
    throw new IllegalArgumentException("the bytes of a fact are a JSON object");
  }

  private static @Nullable Fact read(
      Class<? extends Fact> record, byte[] payload, byte @Nullable [] personal) {
    List<String> components = personalComponents(record);
    if (components.stream().noneMatch(component -> mentions(payload, component))) {
      return MAPPER.readValue(payload, record);
    }
    ObjectNode tree = tree(payload);
    JsonNode texts = personal == null ? MAPPER.createObjectNode() : MAPPER.readTree(personal);
    for (String component : components) {
      if (tree.has(component)) {
        ObjectNode freeText = MAPPER.createObjectNode();
        if (texts.has(component)) {
          freeText.set(TEXT, texts.get(component));
        }
        tree.set(component, freeText);
      }
    }
    return MAPPER.treeToValue(tree, record);
  }

  /**
   * Whether the bytes may hold a member of that name; most facts carry no text, and need no tree.
   */
  private static boolean mentions(byte[] payload, String component) {
    return new String(payload, StandardCharsets.ISO_8859_1).contains('"' + component + '"');
  }

  private static Instant instant(String written) {
    try {
      return Instant.parse(written).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'%s' is no instant".formatted(written), e);
    }
  }

  private static List<String> personalComponents(Class<?> record) {
    return PERSONAL.computeIfAbsent(
        record,
        type ->
            Stream.of(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .map(RecordComponent::getName)
                .toList());
  }
}
