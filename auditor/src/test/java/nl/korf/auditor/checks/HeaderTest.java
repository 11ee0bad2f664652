package nl.korf.auditor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.StoredLine;
import nl.korf.auditor.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of headers against the library for canonical JSON. */
class HeaderTest {

  private static final String HEADER =
      "{\"actor\":\"person:mia\",\"cause\":\"12\",\"command_id\":\"c-1\","
          + "\"effective_at\":\"2024-02-29T03:04:05.000006Z\","
          + "\"event_id\":\"00000000-0000-0000-0000-00000000000a\","
          + "\"ledger\":\"0b5c2f9e-3c1d-4a86-9a53-5d2e8f7a1c04\","
          + "\"metadata\":{\"sha256\":\""
          + "ab".repeat(32)
          + "\"},"
          + "\"on_behalf_of\":\"body:minister\","
          + "\"payload\":{\"len\":120,\"sha256\":\""
          + "cd".repeat(32)
          + "\"},"
          + "\"personal\":{\"sha256\":\""
          + "ef".repeat(32)
          + "\"},"
          + "\"pos\":13,\"recorded_at\":\"2026-01-02T03:04:05.000006Z\",\"rev\":\"1\","
          + "\"tags\":[\"decision=d-1\",\"mandate=m-1\"],\"type\":\"DecisionTaken\",\"v\":1}";

  @Test
  void aHeaderWithEveryMemberIsRead() {
    Header header = new Header();

    assertThat(header.read(utf8(HEADER), utf8(HEADER).length)).isEmpty();
    assertThat(header.plain()).isTrue();
    assertThat(header.position()).isEqualTo(13);
    assertThat(header.payloadLength()).isEqualTo(120);
    assertThat(header.hasPersonal()).isTrue();
    assertThat(header.type()).isEqualTo("DecisionTaken");
    assertThat(header.recordedAt()).hasToString("2026-01-02T03:04:05.000006Z");
    assertThat(header.effectiveAt()).hasToString("2024-02-29T03:04:05.000006Z");
  }

  @Test
  void theHeadersOfALedgerAreRead() {
    Story.ofTheMinister()
        .decide("d-1", "dirk", 5)
        .facts()
        .forEach(fact -> {
          byte[] octets = utf8(StoredLine.of(Bundle.LEDGER, fact).header());
          assertThat(new Header().read(octets, octets.length)).isEmpty();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"pos\":13 | \"pos\":013",
        "\"pos\":13 | \"pos\":1e400",
        "\"pos\":13 | \"pos\":-13",
        "\"pos\":13 | \"pos\":\"13\"",
        "\"pos\":13, | \"pos\":13 ,",
        "\"v\":1} | \"v\":2}",
        "\"v\":1} | \"v\":1,\"w\":1}",
        "\"v\":1} | \"v\":1}}",
        "\"rev\":\"1\", | ''",
        "2026-01-02T | 2026-02-30T",
        "2026-01-02T03 | 2026-01-02T24",
        "000006Z\",\"rev | 00006Z\",\"rev",
        "abab | ABAB",
        "efef | ef",
        "decision=d-1 | nandate=d-1",
        "\"decision=d-1\",\"mandate=m-1\" | \"mandate=m-1\",\"mandate=m-1\"",
        "\"mandate=m-1\"] | \"mandate=m-1\",]",
        "\"actor\":\"person:mia\",\"cause\":\"12\" | \"cause\":\"12\",\"actor\":\"person:mia\"",
        "00000000-0000 | 00000000+0000",
        "},\"on_behalf_of\" | ,\"on_behalf_of\""
      })
  void aHeaderOfAnotherFormIsNotRead(String part, String other) {
    String changed = HEADER.replaceFirst(java.util.regex.Pattern.quote(part), other);

    assertThat(changed).isNotEqualTo(HEADER);
    assertThat(new Header().read(utf8(changed), utf8(changed).length)).isNotEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void whatIsReadAsPlainIsCanonicalToTheLibrary(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] octets = utf8(HEADER);
      for (int change = 0; change <= random.nextInt(3); change++) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      Header header = new Header();
      if (header.read(octets, octets.length).isEmpty() && header.plain()) {
        read++;
        assertThat(Canonical.problem(octets, octets.length))
            .as(new String(octets, StandardCharsets.UTF_8))
            .isEmpty();
      }
    }
    assertThat(read).as("control: some changed headers are still headers").isGreaterThan(20);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
