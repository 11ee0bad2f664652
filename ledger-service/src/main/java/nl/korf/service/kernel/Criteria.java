package nl.korf.service.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.facts.Fact;

/**
 * Which facts a decision depends on: alternatives, each some types of fact that carry a tag. Types
 * are always named, so that a fact which only uses an entity never stands in the way of another.
 */
public record Criteria(List<Selection> selections) {

  /**
   * Facts of one of these types that carry all of these tags.
   *
   * @param tags written {@code key=value}; none: every fact of the types
   * @param types record classes of facts
   */
  public record Selection(Set<String> tags, Set<Class<? extends Fact>> types) {
    public Selection {
      tags = Set.copyOf(tags);
      types = Set.copyOf(types);
      if (types.isEmpty()) {
        throw new IllegalArgumentException("criteria name at least one type of fact: " + tags);
      }
    }
  }

  public Criteria {
    selections = List.copyOf(selections);
  }

  /**
   * Facts with one tag.
   *
   * @param types record classes, or sealed families standing for all of their records
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public static Criteria tagged(String key, Object value, Class<? extends Fact>... types) {
    return new Criteria(List.of(new Selection(Set.of(key + "=" + value), records(types))));
  }

  /** All facts of these types: for what there are few of (the founding, the taxonomy). */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public static Criteria ofTypes(Class<? extends Fact>... types) {
    return new Criteria(List.of(new Selection(Set.of(), records(types))));
  }

  /** The facts of either. */
  public Criteria or(Criteria other) {
    List<Selection> all = new ArrayList<>(selections);
    all.addAll(other.selections);
    return new Criteria(all);
  }

  private static Set<Class<? extends Fact>> records(Class<? extends Fact>[] types) {
    return Arrays.stream(types).flatMap(Criteria::records).collect(Collectors.toSet());
  }

  private static Stream<Class<? extends Fact>> records(Class<? extends Fact> type) {
    if (!type.isSealed()) {
      return Stream.of(type);
    }
    return Arrays.stream(type.getPermittedSubclasses())
        .flatMap(permitted -> records(permitted.asSubclass(Fact.class)));
  }

  @Override
  public String toString() {
    return selections.stream()
        .map(s -> new TreeSet<>(s.tags()) + " " + names(s))
        .collect(Collectors.joining(" or "));
  }

  private static Set<String> names(Selection selection) {
    return selection.types().stream()
        .map(Class::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
