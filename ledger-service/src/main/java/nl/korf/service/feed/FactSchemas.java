package nl.korf.service.feed;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.Personal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema (2020-12) of the payload of every sort of fact, made from its record, so that it
 * cannot say anything else than the code. Safe from any thread.
 */
final class FactSchemas {

  private final SchemaGenerator generator;
  private final Map<String, ObjectNode> made = new ConcurrentHashMap<>();

  FactSchemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
            .without(Option.FLATTENED_ENUMS_FROM_TOSTRING);
    config.forFields().withRequiredCheck(field -> !isNullable(field));
    config.forFields().withIgnoreCheck(FieldScope::isStatic);
    config
        .forFields()
        .withCustomDefinitionProvider((field, context) ->
            field.getAnnotationConsideringFieldAndGetter(Personal.class) == null
                ? null
                : new CustomPropertyDefinition(personal(context)));
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider((type, context) -> plain(type.getErasedType(), context));
    this.generator = new SchemaGenerator(config.build());
  }

  /**
   * Of the data of events about facts with this stored name, in their present version.
   *
   * @param id where the schema is
   */
  ObjectNode of(String type, String id) {
    ObjectNode fact =
        made.computeIfAbsent(type, name -> generator.generateSchema(FactTypes.recordOf(name)))
            .deepCopy();
    ObjectNode schema = fact.objectNode();
    schema.set("$schema", fact.remove("$schema"));
    schema.put("$id", id);
    schema.put("title", type);
    schema.put("type", "object");
    ObjectNode members = schema.putObject("properties");
    members.putObject("position").put("type", "integer").put("minimum", 1);
    for (String moment : List.of("recordedAt", "effectiveAt")) {
      members.putObject(moment).put("type", "string").put("format", "date-time");
    }
    for (String text : List.of("actor", "onBehalfOf", "cause")) {
      members.putObject(text).put("type", "string");
    }
    JsonNode definitions = fact.remove("$defs");
    members.set("fact", fact);
    ArrayNode required = schema.putArray("required");
    List.of("position", "recordedAt", "effectiveAt", "actor", "fact").forEach(required::add);
    schema.put("additionalProperties", false);
    if (definitions != null) {
      schema.set("$defs", definitions);
    }
    return schema;
  }

  /** What stands in the payload in the place of a personal part. */
  private static ObjectNode personal(SchemaGenerationContext context) {
    ObjectNode marker = context.getGeneratorConfig().createObjectNode();
    marker.put("type", "object");
    marker.putObject("properties").putObject("personal").put("const", true);
    marker.putArray("required").add("personal");
    marker.put("additionalProperties", false);
    return marker;
  }

  /** What is written as one word. */
  private static @Nullable CustomDefinition plain(Class<?> type, SchemaGenerationContext context) {
    String format = type == Instant.class ? "date-time" : type == LocalDate.class ? "date" : "";
    if (format.isEmpty() && !isWord(type)) {
      return null;
    }
    ObjectNode word = context.getGeneratorConfig().createObjectNode().put("type", "string");
    if (!format.isEmpty()) {
      word.put("format", format);
    }
    return new CustomDefinition(word, true);
  }

  private static boolean isWord(Class<?> type) {
    return !type.isEnum()
        && Stream.<AnnotatedElement>concat(
                Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()))
            .anyMatch(member -> member.isAnnotationPresent(JsonValue.class));
  }

  private static boolean isNullable(FieldScope field) {
    AnnotatedType type = field.getRawMember().getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class);
  }

  /** Every stored name. */
  static Stream<String> names() {
    return FactTypes.names().stream().sorted();
  }

  /** Whether there is such a fact. */
  static boolean knows(String type) {
    return FactTypes.names().contains(type);
  }
}
