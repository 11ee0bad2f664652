package nl.korf.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.Filler;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a store relies on, for every sort of fact and every read model; rows and their bytes. */
class EvolutionTest {

  private static final JsonMapper PLAIN = JsonMapper.shared();

  private static List<RecordedFact> oneOfEach(Filler filler) {
    List<RecordedFact> facts = new ArrayList<>();
    for (String name : FactTypes.names()) {
      Fact fact = filler.fact(FactTypes.recordOf(name));
      facts.add(Histories.recorded(facts.size() + 1L, 1, fact));
    }
    return facts;
  }

  private static List<Row> rows(List<RecordedFact> facts) {
    List<Row> rows = new ArrayList<>();
    for (ReadModel model : ReadModel.values()) {
      Evolution evolution = Evolution.of(model);
      for (RecordedFact fact : facts) {
        for (String entity : evolution.entities(fact)) {
          Timeline.fold(evolution, entity, facts).segments().forEach(s -> rows.add(s.row()));
        }
      }
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void aReadModelNamesEveryTypeItReadsAndNoOther(ReadModel model) {
    Evolution evolution = Evolution.of(model);

    Set<String> read =
        oneOfEach(Filler.full()).stream()
            .filter(fact -> !evolution.steps(fact).isEmpty())
            .map(fact -> FactTypes.nameOf(fact.fact()))
            .collect(Collectors.toSet());
    // two of the filled facts end before they begin, and the filled supersession is not for good
    read.addAll(evolution.types().contains("RoleAssigned") ? Set.of("RoleAssigned") : Set.of());
    read.addAll(model == ReadModel.INITIATIVES ? Set.of("DecisionSuperseded") : Set.of());

    assertThat(evolution.readModel()).isEqualTo(model);
    assertThat(evolution.types()).isEqualTo(read);
  }

  @Test
  void everyFactButThoseAboutTheLedgerChangesSomeRow() {
    Set<String> read = new HashSet<>();
    for (ReadModel model : ReadModel.values()) {
      read.addAll(Evolution.of(model).types());
    }

    assertThat(FactTypes.names()).hasSize(read.size() + 2).containsAll(read);
    assertThat(read).doesNotContain("LedgerFounded", "PersonalDataErased");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void everyFactOfAnEntityCarriesTheTagsOfTheEntity(long seed) {
    for (RecordedFact fact : oneOfEach(Filler.random(new SplittableRandom(seed)))) {
      for (ReadModel model : ReadModel.values()) {
        for (String entity : Evolution.of(model).entities(fact)) {
          assertThat(Tags.of(fact.fact())).as(entity).containsAll(Evolution.tags(entity));
        }
      }
    }
  }

  @Test
  void theSampleHoldsEveryKindOfRow() {
    assertThat(rows(samples()).stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(kinds(Row.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EvolutionTest::kinds)
        : Stream.of(type);
  }

  @Test
  void aRowComesBackFromItsBytesAndSaysWhatItIs() {
    for (Row row : rows(samples())) {
      assertThat((Object) CanonicalRows.read(row.getClass(), CanonicalRows.of(row))).isEqualTo(row);
      assertThat(row.entity()).startsWith(CanonicalRows.kind(row) + "/");
    }
  }

  @Test
  void theBytesOfARowAreCanonicalJson() {
    for (Row row : rows(samples())) {
      Segment segment = new Segment(row, Histories.day(1), Histories.day(2));
      String written = new String(CanonicalRows.of(segment), StandardCharsets.UTF_8);

      assertThat(written).isEqualTo(canonical(PLAIN.readTree(written)));
    }
  }

  @Test
  void aSegmentIsWrittenWithItsKindAndItsTime() {
    var segment = new Segment(new Row.PersonRow(Histories.ANN, false), Histories.day(0), null);

    assertThat(new String(CanonicalRows.of(segment), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"from":"2024-01-01T00:00:00Z","kind":"person","row":{"person":"p-ann","team":false}}\
            """);
  }

  private static List<RecordedFact> samples() {
    List<RecordedFact> samples = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      samples.addAll(oneOfEach(Filler.random(new SplittableRandom(seed))));
    }
    return samples;
  }

  /** RFC 8785 over strings, integers, truth values, lists and objects, written independently. */
  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      return node.propertyNames().stream()
          .sorted()
          .map(name -> quoted(name) + ":" + canonical(node.get(name)))
          .collect(Collectors.joining(",", "{", "}"));
    } else if (node.isArray()) {
      return Stream.iterate(0, i -> i < node.size(), i -> i + 1)
          .map(i -> canonical(node.get(i)))
          .collect(Collectors.joining(",", "[", "]"));
    } else if (node.isString()) {
      return quoted(node.stringValue());
    }
    assertThat(node.isIntegralNumber() || node.isBoolean()).isTrue();
    return node.toString();
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = "\b\t\n\f\r\"\\".indexOf(c);
      if (known >= 0) {
        quoted.append('\\').append("btnfr\"\\".charAt(known));
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
