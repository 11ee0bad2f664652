package nl.korf.model.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.FreeText;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was ever stored can be read for ever. {@code golden-facts/X.v1.json} holds a fact as it lies
 * in ledgers; {@link GoldenFactWriter} writes one for a new sort of fact, and nobody changes it.
 */
class GoldenFactsTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden-facts");

  static Stream<String> names() {
    return FactTypes.names().stream().sorted();
  }

  @Test
  void everyStoredFactHasItsGoldenFileAndNoFileIsAStray() throws IOException {
    Set<String> expected =
        names().map(name -> name + ".v" + FactTypes.VERSION + ".json").collect(Collectors.toSet());

    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aGoldenFactReadsAndWritesTheSame(String name) throws IOException {
    JsonNode golden = golden(name);

    Fact fact = decode(name, golden.get("payload"), golden.get("personal"));

    FactJson.Encoded again = FactJson.encode(fact);
    assertThat(again.type()).isEqualTo(name);
    assertThat(ModelJson.mapper().readTree(again.payload())).isEqualTo(golden.get("payload"));
    assertThat(tree(again.personal())).isEqualTo(golden.get("personal"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aGoldenFactFillsEveryComponent(String name) throws IOException {
    JsonNode golden = golden(name);

    List<String> missing =
        Stream.of(FactTypes.recordOf(name, FactTypes.VERSION).getRecordComponents())
            .map(component -> component.getName())
            .filter(component -> !golden.get("payload").has(component))
            .toList();

    assertThat(missing).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aGoldenFactReadsWithoutItsPersonalPart(String name) throws IOException {
    JsonNode golden = golden(name);

    Fact erased = decode(name, golden.get("payload"), null);

    for (var component : erased.getClass().getRecordComponents()) {
      if (component.isAnnotationPresent(Personal.class)) {
        assertThat(Components.value(component, erased)).isEqualTo(FreeText.ERASED);
      }
    }
    assertThat(FactJson.encode(erased).personal()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void anUnknownMemberIsNotPassedOver(String name) throws IOException {
    ObjectNode payload = (ObjectNode) golden(name).get("payload");
    payload.put("unheardOf", 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> decode(name, payload, null))
        .withMessageContaining("unheardOf");
  }

  private static JsonNode golden(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".v" + FactTypes.VERSION + ".json");
    return ModelJson.mapper().readTree(Files.readAllBytes(file));
  }

  private static Fact decode(String name, JsonNode payload, @Nullable JsonNode personal) {
    return FactJson.decode(
        name,
        FactTypes.VERSION,
        ModelJson.mapper().writeValueAsBytes(payload),
        personal == null ? null : ModelJson.mapper().writeValueAsBytes(personal));
  }

  private static @Nullable JsonNode tree(byte @Nullable [] json) {
    return json == null ? null : ModelJson.mapper().readTree(json);
  }
}
