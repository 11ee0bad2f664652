package nl.korf.model.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactTypesTest {

  @Test
  void everyFactOfEveryFamilyHasAStoredName() {
    assertThat(
            FactTypes.names().stream()
                .map(name -> FactTypes.recordOf(name))
                .collect(Collectors.toSet()))
        .isEqualTo(allFacts().collect(Collectors.toSet()));
  }

  @Test
  void aStoredNameLeadsBackToItself() {
    assertThat(FactTypes.names())
        .allSatisfy(name -> assertThat(FactTypes.nameOf(FactTypes.recordOf(name))).isEqualTo(name));
  }

  @Test
  void theFamiliesShareOutAllNames() {
    Set<String> shared =
        Stream.of(Fact.class.getPermittedSubclasses())
            .flatMap(family -> FactTypes.namesIn(family.asSubclass(Fact.class)).stream())
            .collect(Collectors.toSet());

    assertThat(shared).isEqualTo(FactTypes.names());
  }

  @Test
  void anUnknownNameOrVersionIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactTypes.recordOf("MandateForgotten", "1"))
        .withMessageContaining("MandateForgotten");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactTypes.recordOf("MandateGranted", "0"))
        .withMessageContaining("version 0");
  }

  static Stream<Class<?>> allFacts() {
    return Stream.of(Fact.class.getPermittedSubclasses())
        .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
  }
}
