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

  /** A sort of fact in one of the versions it lies in ledgers. */
  record Stored(String name, String version) {}

  static Stream<Stored> everyVersion() {
    return names()
        .flatMap(name ->
            FactTypes.versions(FactTypes.recordOf(name)).stream()
                .map(version -> new Stored(name, version)));
  }

  static Stream<Stored> earlierVersions() {
    return everyVersion()
        .filter(stored -> !stored.version().equals(FactTypes.version(stored.name())));
  }

  @Test
  void everyStoredFactHasItsGoldenFileAndNoFileIsAStray() throws IOException {
    Set<String> expected =
        everyVersion()
            .map(stored -> stored.name() + ".v" + stored.version() + ".json")
            .collect(Collectors.toSet());

    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aGoldenFactReadsAndWritesTheSame(String name) throws IOException {
    JsonNode golden = golden(name);

    Fact fact = decode(now(name), golden.get("payload"), golden.get("personal"));

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
        Stream.of(FactTypes.recordOf(name).getRecordComponents())
            .map(component -> component.getName())
            .filter(component -> !golden.get("payload").has(component))
            .toList();

    assertThat(missing).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aGoldenFactReadsWithoutItsPersonalPart(String name) throws IOException {
    JsonNode golden = golden(name);

    Fact erased = decode(now(name), golden.get("payload"), null);

    for (var component : erased.getClass().getRecordComponents()) {
      if (component.isAnnotationPresent(Personal.class)) {
        assertThat(Components.value(component, erased)).isEqualTo(FreeText.ERASED);
      }
    }
    assertThat(FactJson.encode(erased).personal()).isNull();
  }

  @ParameterizedTest
  @MethodSource("earlierVersions")
  void aFactStoredInAnEarlierVersionKeepsAllItSaid(Stored stored) throws IOException {
    JsonNode golden = golden(stored);

    Fact fact = decode(stored, golden.get("payload"), golden.get("personal"));

    JsonNode now = ModelJson.mapper().readTree(FactJson.encode(fact).payload());
    for (var member : golden.get("payload").properties()) {
      assertThat(now.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue());
    }
    assertThat(tree(FactJson.encode(fact).personal())).isEqualTo(golden.get("personal"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void anUnknownMemberIsNotPassedOver(String name) throws IOException {
    ObjectNode payload = (ObjectNode) golden(name).get("payload");
    payload.put("unheardOf", 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> decode(now(name), payload, null))
        .withMessageContaining("unheardOf");
  }

  private static Stored now(String name) {
    return new Stored(name, FactTypes.version(name));
  }

  private static JsonNode golden(String name) throws IOException {
    return golden(now(name));
  }

  private static JsonNode golden(Stored stored) throws IOException {
    Path file = FOLDER.resolve(stored.name() + ".v" + stored.version() + ".json");
    return ModelJson.mapper().readTree(Files.readAllBytes(file));
  }

  private static Fact decode(Stored stored, JsonNode payload, @Nullable JsonNode personal) {
    return FactJson.decode(
        stored.name(),
        stored.version(),
        ModelJson.mapper().writeValueAsBytes(payload),
        personal == null ? null : ModelJson.mapper().writeValueAsBytes(personal));
  }

  private static @Nullable JsonNode tree(byte @Nullable [] json) {
    return json == null ? null : ModelJson.mapper().readTree(json);
  }
}
