package nl.korf.model.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.model.FreeText;
import nl.korf.model.view.Row;
import org.junit.jupiter.api.Test;

/** Whatever a fact holds is open to all, restricted by an article of law, or erasable. */
class ClassificationTest {

  private static final List<Class<? extends Annotation>> CLASSES =
      List.of(Open.class, Restricted.class, Personal.class);

  @Test
  void everyComponentOfEveryFactHasOneClass() {
    assertThat(components().filter(component -> classesOf(component) != 1).map(this::named))
        .isEmpty();
  }

  @Test
  void aPersonalComponentIsErasableText() {
    assertThat(
            components()
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .filter(component -> component.getType() != FreeText.class)
                .map(this::named))
        .isEmpty();
  }

  @Test
  void erasableTextHidesInNoOpenComponent() {
    assertThat(
            components()
                .filter(component -> !component.isAnnotationPresent(Personal.class))
                .filter(component -> reaches(component.getGenericType(), new HashSet<>()))
                .map(this::named))
        .isEmpty();
  }

  @Test
  void noTagIsPersonal() {
    assertThat(
            components()
                .filter(component -> component.isAnnotationPresent(Tagged.class))
                .filter(component -> !component.isAnnotationPresent(Open.class))
                .map(this::named))
        .isEmpty();
  }

  @Test
  void noRowHoldsErasableText() {
    assertThat(kinds(Row.class)).isNotEmpty().noneMatch(row -> reaches(row, new HashSet<>()));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ClassificationTest::kinds)
        : Stream.of(type);
  }

  @Test
  void theSearchFindsErasableTextAtAnyDepth() {
    record Inner(FreeText text) {}
    record Outer(List<Inner> inner) {}

    assertThat(reaches(Outer.class, new HashSet<>())).isTrue();
  }

  private static Stream<RecordComponent> components() {
    return FactTypesTest.allFacts().flatMap(fact -> Stream.of(fact.getRecordComponents()));
  }

  private static long classesOf(RecordComponent component) {
    return CLASSES.stream().filter(component::isAnnotationPresent).count();
  }

  private String named(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
  }

  private static boolean reaches(Type type, Set<Type> seen) {
    if (!seen.add(type)) {
      return false;
    }
    List<Type> inner = new ArrayList<>();
    if (type instanceof ParameterizedType generic) {
      inner.addAll(List.of(generic.getActualTypeArguments()));
    } else if (type instanceof Class<?> raw && raw.isRecord()) {
      Stream.of(raw.getRecordComponents()).map(RecordComponent::getGenericType).forEach(inner::add);
    }
    return type == FreeText.class || inner.stream().anyMatch(one -> reaches(one, seen));
  }
}
