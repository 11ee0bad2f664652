package nl.korf.service.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.LedgerYears;
import nl.korf.model.ModelJson;
import nl.korf.service.web.InvalidRequest.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Reads a JSON tree into a record and notes everything that is wrong, with a pointer to where: an
 * unknown member, a missing one (a component that is not {@code @Nullable}), a value of the wrong
 * kind, a text or a moment the ledger cannot hold. A list that is left out is empty. One reading
 * serves one body.
 */
final class RecordReader {

  private static final JsonMapper MAPPER = ModelJson.mapper();

  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(
          short.class,
          int.class,
          long.class,
          Short.class,
          Integer.class,
          Long.class,
          BigInteger.class);

  private final List<Violation> violations = new ArrayList<>();

  private RecordReader() {}

  /** The record, or {@link InvalidRequest} with all that is wrong. */
  static <R> R read(JsonNode tree, Class<R> type) {
    RecordReader reader = new RecordReader();
    Object value = reader.record(tree, type, "");
    if (!reader.violations.isEmpty() || value == null) {
      throw new InvalidRequest(reader.violations);
    }
    return type.cast(value);
  }

  /** Whether the record is written as an object with a member per component. */
  static boolean isObject(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getDeclaredConstructors())
            .noneMatch(c -> c.isAnnotationPresent(JsonCreator.class))
        && Arrays.stream(type.getDeclaredMethods())
            .noneMatch(m -> m.isAnnotationPresent(JsonValue.class));
  }

  private @Nullable Object record(JsonNode node, Class<?> type, String at) {
    if (!node.isObject()) {
      return wrong(at, node, "an object");
    }
    RecordComponent[] components = type.getRecordComponents();
    Set<String> known =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
    for (String member : node.propertyNames()) {
      if (!known.contains(member)) {
        violations.add(
            Violation.of(at + "/" + escaped(member), Fault.UNKNOWN_MEMBER, "member", member));
      }
    }
    int before = violations.size();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      values[i] = component(node.get(name), components[i].getAnnotatedType(), at + "/" + name);
    }
    return violations.size() > before ? null : construct(type, components, values, at, node);
  }

  private @Nullable Object component(@Nullable JsonNode node, AnnotatedType type, String at) {
    Class<?> raw = rawClass(type);
    if (node == null || node.isNull()) {
      if (List.class.isAssignableFrom(raw) && !type.isAnnotationPresent(Nullable.class)) {
        return List.of();
      }
      if (raw == boolean.class) {
        return false;
      }
      if (!type.isAnnotationPresent(Nullable.class)) {
        violations.add(Violation.of(at, Fault.MISSING));
      }
      return null;
    }
    if (List.class.isAssignableFrom(raw) && type instanceof AnnotatedParameterizedType list) {
      return elements(node, list.getAnnotatedActualTypeArguments()[0], at);
    }
    if (isObject(raw)) {
      return record(node, raw, at);
    }
    return leaf(node, type, at);
  }

  private @Nullable Object elements(JsonNode node, AnnotatedType element, String at) {
    if (!node.isArray()) {
      return wrong(at, node, "a list");
    }
    int before = violations.size();
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      Object value = component(node.get(i), element, at + "/" + i);
      if (value != null) {
        elements.add(value);
      }
    }
    return violations.size() > before ? null : elements;
  }

  private @Nullable Object leaf(JsonNode node, AnnotatedType type, String at) {
    Class<?> raw = rawClass(type);
    if (raw == String.class && !node.isString()) {
      return wrong(at, node, "a text");
    }
    if (WHOLE_NUMBERS.contains(raw) && !node.isIntegralNumber()) {
      return wrong(at, node, "a whole number");
    }
    if ((raw == boolean.class || raw == Boolean.class) && !node.isBoolean()) {
      return wrong(at, node, "true or false");
    }
    if (!isStorable(node)) {
      return wrong(at, node, "a text without U+0000 and without half a surrogate pair");
    }
    try {
      return held(MAPPER.treeToValue(node, MAPPER.constructType(type.getType())), at, node);
    } catch (JacksonException unfit) {
      return wrong(at, node, expected(raw, unfit));
    }
  }

  private @Nullable Object held(@Nullable Object value, String at, JsonNode node) {
    return switch (value) {
      case Instant moment when !LedgerYears.hold(moment) -> wrong(at, node, LedgerYears.BOUNDS);
      case Duration span when !LedgerYears.hold(span) ->
          wrong(at, node, "≤ " + LedgerYears.SPAN_MAX);
      case null, default -> value;
    };
  }

  /** Whether PostgreSQL and UTF-8 can hold every text of it. */
  private static boolean isStorable(JsonNode node) {
    if (node.isString()) {
      String text = node.stringValue();
      return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
    return node.propertyStream()
            .allMatch(member ->
                isStorable(StringNode.valueOf(member.getKey())) && isStorable(member.getValue()))
        && node.valueStream().allMatch(RecordReader::isStorable);
  }

  private @Nullable Object construct(
      Class<?> type,
      RecordComponent[] components,
      @Nullable Object[] values,
      String at,
      JsonNode node) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      Throwable cause = refused.getCause();
      return wrong(
          at, node, cause == null ? type.getSimpleName() : String.valueOf(cause.getMessage()));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private @Nullable Object wrong(String at, JsonNode node, String expected) {
    String value = node.isValueNode() ? node.asString() : node.isArray() ? "[…]" : "{…}";
    violations.add(
        Violation.of(at, Fault.WRONG_VALUE, "value", shortened(value), "expected", expected));
    return null;
  }

  private static String expected(Class<?> raw, JacksonException unfit) {
    if (raw.isEnum()) {
      return Arrays.stream(raw.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", "));
    }
    if (raw == Instant.class) {
      return "2026-01-31T13:45:00+01:00";
    }
    Throwable cause = unfit.getCause();
    return cause == null || cause.getMessage() == null ? raw.getSimpleName() : cause.getMessage();
  }

  private static Class<?> rawClass(AnnotatedType type) {
    return MAPPER.constructType(type.getType()).getRawClass();
  }

  private static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }

  private static String escaped(String member) {
    return member.replace("~", "~0").replace("/", "~1");
  }
}
