package nl.korf.service.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions in CEL over a fact. */
class ConditionsTest {

  private static final Map<String, Object> FACT =
      Map.of(
          "type",
          "DecisionTaken",
          "position",
          812L,
          "recordedAt",
          Instant.parse("2026-03-02T10:00:00Z"),
          "effectiveAt",
          Instant.parse("2026-03-02T10:00:00Z"),
          "actor",
          "person:p-1",
          "imported",
          false,
          "subjects",
          List.of("group:open-data", "initiative:i-7"),
          "fact",
          Map.of(
              "decision", "d-1",
              "act", Map.of("value", Map.of("minor", 1_200_000L)),
              "mandatesUsed", List.of("m-1", "m-2")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type == 'DecisionTaken' | true",
        "type == 'MandateRevoked' | false",
        "fact.act.value.minor > 1000000 | true",
        "fact.act.value.minor > 2000000 | false",
        "'group:open-data' in subjects && !imported | true",
        "fact.mandatesUsed.exists(m, m == 'm-2') | true",
        "recordedAt < timestamp('2026-01-01T00:00:00Z') | false",
        "effectiveAt.getFullYear() == 2026 | true",
        "actor.startsWith('person:') && position > 800 | true",
        "has(fact.expiresAt) | false",
      })
  void aConditionHoldsOrNot(String condition, boolean expected) throws Conditions.Unfit {
    assertThat(Conditions.compile(condition).holds(FACT)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fact.nothing.of.it == 1", "fact.decision > 3", "1 / 0 == 1"})
  void whatCannotBeAnsweredIsNo(String condition) throws Conditions.Unfit {
    assertThat(Conditions.compile(condition).holds(FACT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"type", "type == 3", "tpye == 'x'", "type ==", "now() > recordedAt", "1 + 1"})
  void whatIsNoConditionOverAFactIsRefused(String written) {
    assertThatThrownBy(() -> Conditions.compile(written)).isInstanceOf(Conditions.Unfit.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "type == 'DecisionTaken' ; DecisionTaken",
        "position > 3 && 'DecisionTaken' == type ; DecisionTaken",
        "type == 'DecisionTaken' || position > 3 ;",
        "!(type == 'DecisionTaken') ;",
        "actor == 'DecisionTaken' ;",
      })
  void aConditionOfOneSortOfFactIsKnownAsThat(String condition, @Nullable String type)
      throws Conditions.Unfit {
    assertThat(Conditions.compile(condition).type()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 40})
  void loopsAreBounded(int elements) throws Conditions.Unfit {
    String many = "[" + "1,".repeat(elements - 1) + "1]";
    String nested = many + ".all(a, " + many + ".all(b, " + many + ".all(c, a + b + c > 0)))";

    assertThat(Conditions.compile(nested).holds(FACT))
        .isEqualTo(elements * elements * elements < Conditions.ITERATIONS_MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type == '%s'"})
  void aConditionHasALongestLength(String form) {
    String written = form.formatted("x".repeat(Subscription.CONDITION_MAX));

    assertThatThrownBy(() -> Conditions.compile(written)).isInstanceOf(Conditions.Unfit.class);
  }
}
