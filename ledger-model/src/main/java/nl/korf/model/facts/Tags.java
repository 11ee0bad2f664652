package nl.korf.model.facts;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tags of a fact, read from its {@link Tagged} components. */
public final class Tags {

  private record Source(String key, RecordComponent component) {}

  private static final Map<Class<?>, List<Source>> SOURCES = new ConcurrentHashMap<>();

  private Tags() {}

  /** The tags of the fact: sorted, each once; a null component gives none. */
  public static List<Tag> of(Fact fact) {
    SortedSet<Tag> tags = new TreeSet<>();
    for (Source source : SOURCES.computeIfAbsent(fact.getClass(), Tags::sources)) {
      Object value = Components.value(source.component(), fact);
      switch (value) {
        case null -> {}
        case List<?> many -> many.forEach(one -> tags.add(tag(source, one)));
        default -> tags.add(tag(source, value));
      }
    }
    return List.copyOf(tags);
  }

  private static Tag tag(Source source, @Nullable Object value) {
    return new Tag(source.key(), String.valueOf(value));
  }

  private static List<Source> sources(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(Tagged.class))
        .map(component -> new Source(component.getAnnotation(Tagged.class).value(), component))
        .toList();
  }
}
