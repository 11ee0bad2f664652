package nl.korf.auditor.checks;

import static nl.korf.auditor.checks.Verified.utf8;
import static nl.korf.auditor.checks.Verified.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.StoredLine;
import nl.korf.auditor.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to trip a reader: each is told with its place, none throws. */
class HostileTest {

  private static final List<StoredLine> LINES =
      StoredLine.all(Bundle.LEDGER, Story.ofTheMinister().facts());
  private static final Map<String, byte[]> HONEST = new Bundle(LINES).files();
  private static final String FACTS = "facts/000000001.ndjson";

  static Stream<Arguments> lines() {
    String good = LINES.getFirst().json();
    return Stream.of(
        Arguments.of("empty", ""),
        Arguments.of("not JSON", "nonsense"),
        Arguments.of("an array", "[" + good + "]"),
        Arguments.of("an empty object", "{}"),
        Arguments.of("two objects", good + good),
        Arguments.of("cut short", good.substring(0, good.length() - 2)),
        Arguments.of("a member twice", good.replaceFirst("\\{", "{\"position\":1,")),
        Arguments.of("an unknown member", good.replaceFirst("\\{", "{\"more\":1,")),
        Arguments.of("a huge number", good.replaceFirst("\"position\":1", "\"position\":1e400")),
        Arguments.of("a fraction", good.replaceFirst("\"position\":1", "\"position\":1.5")),
        Arguments.of("a sign", good.replaceFirst("\"position\":1", "\"position\":-1")),
        Arguments.of("a leading zero", good.replaceFirst("\"position\":1", "\"position\":01")),
        Arguments.of(
            "many digits", good.replaceFirst("\"position\":1", "\"position\":" + "9".repeat(40))),
        Arguments.of("a raw NUL", good.replaceFirst("\"payload\":\"", "\"payload\":\"\u0000")),
        Arguments.of("half a pair", good.replaceFirst("\"payload\":\"", "\"payload\":\"\\\\ud800")),
        Arguments.of("low half", good.replaceFirst("\"payload\":\"", "\"payload\":\"\\\\udc00")),
        Arguments.of(
            "two highs", good.replaceFirst("\"payload\":\"", "\"payload\":\"\\\\ud800\\\\ud800")),
        Arguments.of("a bad escape", good.replaceFirst("\"payload\":\"", "\"payload\":\"\\\\x41")),
        Arguments.of(
            "a short escape", good.replaceFirst("\"payload\":\"", "\"payload\":\"\\\\u00")),
        Arguments.of(
            "a text that is none", good.replaceFirst("\"payload\":\"", "\"payload\":1,\"x\":\"")),
        Arguments.of(
            "erased and withheld", good.replaceFirst("\\{", "{\"erased\":true,\"withheld\":true,")),
        Arguments.of("erased: no", good.replaceFirst("\\{", "{\"erased\":false,")),
        Arguments.of(
            "a personal part without salt",
            good.replaceFirst("\\{", "{\"personal\":{\"text\":\"x\"},")),
        Arguments.of("deep", "[".repeat(100_000)),
        Arguments.of(
            "deep in a member",
            good.replaceFirst("\\{", "{\"personal\":" + "{\"a\":".repeat(50_000))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void aLineThatIsNoFactIsToldWithItsPlace(String what, String line) {
    Findings findings = Verified.of(first(utf8(line)));

    assertThat(findings.kept())
        .as(what)
        .anyMatch(one ->
            one.kind() == Finding.Kind.UNCHECKED
                && one.what().startsWith("a line that is no fact")
                && Long.valueOf(1).equals(one.position())
                && FACTS.equals(one.file()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "c080",
        "c1bf",
        "e08080",
        "eda080",
        "edbfbf",
        "f08080af",
        "f4908080",
        "f8",
        "c2"
      })
  void illFormedUtf8IsTold(String hex) {
    byte[] good = utf8(LINES.getFirst().json());
    byte[] bad = java.util.HexFormat.of().parseHex(hex);
    byte[] line = Arrays.copyOf(good, good.length + bad.length);
    int at = LINES.getFirst().json().indexOf("\"payload\":\"") + 11;
    System.arraycopy(bad, 0, line, at, bad.length);
    System.arraycopy(good, at, line, at + bad.length, good.length - at);

    assertThat(Verified.of(first(line)).kept())
        .anyMatch(one -> one.what().contains("ill-formed UTF-8"));
  }

  @Test
  void aLineOfSixteenMegabytesAndMoreIsPassedOver() {
    byte[] line = new byte[(16 << 20) + 100];
    Arrays.fill(line, (byte) 'x');

    assertThat(Verified.of(first(line)).kept())
        .anyMatch(one -> one.what().contains("a line of more than"));
  }

  @Test
  void aPayloadOfManyMegabytesIsRead() {
    StoredLine line = LINES.getFirst();
    StoredLine large = line.with(line.header(), "\u0001".repeat(2 << 20));

    assertThat(Verified.of(first(utf8(large.json()))).kept())
        .anyMatch(one -> one.what().contains("the payload has another length"));
  }

  @Test
  void tenThousandTagsAreTooLongAHeader() {
    String tags =
        IntStream.range(0, 10_000)
            .mapToObj("\"k=%05d\""::formatted)
            .collect(Collectors.joining(","));
    StoredLine line = LINES.getFirst();
    String header = line.header().replaceFirst("\"tags\":\\[[^]]*]", "\"tags\":[" + tags + "]");

    assertThat(Verified.of(first(utf8(line.with(header, line.payload()).json()))).kept())
        .anyMatch(one -> one.what().contains("the header is too long"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"format\":2}",
        "{\"format\":1e400}",
        "{\"format\":1,\"format\":1}",
        "{\"format\":1,\"ledger\":null,\"origin\":\"o\",\"size\":1,\"viewVersion\":1,\"keys\":[null],\"exportedAt\":\"\"}",
        "{\"format\":1,\"ledger\":\"l\",\"origin\":\"o\",\"size\":-1,\"viewVersion\":1,\"keys\":[],\"exportedAt\":\"\"}",
        "{\"format\":1,\"ledger\":\"l\",\"origin\":\"o\",\"size\":1.5,\"viewVersion\":1,\"keys\":[],\"exportedAt\":\"\"}",
        "{\"format\":1,\"ledger\":\"l\",\"origin\":\"o\",\"size\":1,\"viewVersion\":1,\"keys\":[\"x\"],\"exportedAt\":\"\"}"
      })
  void aHeadThatIsNoneIsTold(String head) {
    assertThat(Verified.of(with(HONEST, "export.json", utf8(head))).all()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"size\":1e400,\"root\":\"\",\"note\":\"\",\"signedAt\":\"\"}",
        "{\"size\":1,\"root\":\"\",\"note\":\"x\",\"signedAt\":\"2026-01-01T00:00:00Z\"}",
        "{\"size\":1,\"size\":1}",
        "[[[["
      })
  void aPublishedCheckpointThatIsNoneIsTold(String line) {
    byte[] file = utf8(line + "\n" + Verified.text(HONEST, "checkpoints.ndjson"));

    assertThat(Verified.of(with(HONEST, "checkpoints.ndjson", file)).kept())
        .anyMatch(one -> one.what().startsWith("a line that is no checkpoint"));
  }

  @Test
  void filesThatAreNotThereAreTold() {
    for (String path : HONEST.keySet()) {
      if (!path.equals("view-hashes.ndjson")) {
        Map<String, byte[]> files = new TreeMap<>(HONEST);
        files.remove(path);
        assertThat(Verified.of(files).all()).as("without " + path).isPositive();
      }
    }
    assertThat(Verified.of(Map.of()).kept().getFirst().what()).contains("there is no export.json");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    StringBuilder file = new StringBuilder();
    for (StoredLine line : LINES) {
      StoredLine edited =
          line.position() % 5 == 0 ? line.with(line.header(), line.payload() + " ") : line;
      file.append(edited.json()).append('\n');
    }

    assertThat(
            Verified.of(with(HONEST, FACTS, utf8(file.toString()))).kept().stream()
                .map(Finding::position)
                .distinct())
        .hasSize(LINES.size() / 5);
  }

  private static Map<String, byte[]> first(byte[] line) {
    byte[] rest =
        utf8(LINES.stream().skip(1).map(one -> one.json() + "\n").collect(Collectors.joining()));
    byte[] file = Arrays.copyOf(line, line.length + 1 + rest.length);
    file[line.length] = '\n';
    System.arraycopy(rest, 0, file, line.length + 1, rest.length);
    return with(HONEST, FACTS, file);
  }
}
