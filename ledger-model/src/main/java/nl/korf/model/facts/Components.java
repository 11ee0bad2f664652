package nl.korf.model.facts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The components of a record, by reflection. */
final class Components {

  private static final Map<Class<?>, List<RecordComponent>> REQUIRED = new ConcurrentHashMap<>();
  private static final Map<Class<?>, List<RecordComponent>> ALL = new ConcurrentHashMap<>();

  private Components() {}

  static @Nullable Object value(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record of the model hides " + component.getName(), e);
    }
  }

  /**
   * Checks what the compiler cannot see of a value built from JSON: that nothing is missing that is
   * not {@link Nullable}, at any depth.
   *
   * @throws IllegalArgumentException naming the first missing component
   */
  static void requireComplete(Object value) {
    switch (value) {
      case List<?> many -> many.forEach(Components::requireComplete);
      case Record record -> requireRecordComplete(record);
      default -> {}
    }
  }

  private static void requireRecordComplete(Record record) {
    for (RecordComponent component :
        REQUIRED.computeIfAbsent(record.getClass(), Components::required)) {
      if (value(component, record) == null) {
        throw new IllegalArgumentException(
            "%s lacks its %s".formatted(record.getClass().getSimpleName(), component.getName()));
      }
    }
    for (RecordComponent component : ALL.computeIfAbsent(record.getClass(), Components::nested)) {
      Object inner = value(component, record);
      if (inner != null) {
        requireComplete(inner);
      }
    }
  }

  private static List<RecordComponent> required(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(component -> !component.getType().isPrimitive())
        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .toList();
  }

  private static List<RecordComponent> nested(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(c -> c.getType().isRecord() || List.class.isAssignableFrom(c.getType()))
        .toList();
  }
}
