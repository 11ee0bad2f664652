package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header is exact bytes for ever: what is written here once can never be written otherwise. */
class HeaderTest {

  private static final UUID EVENT = UUID.fromString("0196f2aa-0000-7000-8000-000000000001");
  private static final UUID COMMAND = UUID.fromString("0196f2aa-0000-7000-8000-000000000002");

  @Test
  void theHeaderOfAFullFactIsTheseBytes() {
    HeaderTemplate.Content content =
        new HeaderTemplate.Content(
            "ledger-1",
            EVENT,
            "MandateGranted",
            "2",
            List.of("body=b1", "mandate=m1"),
            "2014-07-30T00:00:00.000000Z",
            "person-1",
            "person-2",
            COMMAND.toString(),
            "fact-7",
            17,
            Sha256.hex("payload".getBytes(StandardCharsets.UTF_8)),
            Sha256.hex("{}".getBytes(StandardCharsets.UTF_8)),
            Sha256.hex(new byte[16]));

    byte[] header = new HeaderTemplate(content).complete(42, "2026-01-02T03:04:05.000006Z");

    assertThat(text(header))
        .isEqualTo(
            "{\"actor\":\"person-1\",\"cause\":\"fact-7\","
                + "\"command_id\":\"0196f2aa-0000-7000-8000-000000000002\","
                + "\"effective_at\":\"2014-07-30T00:00:00.000000Z\","
                + "\"event_id\":\"0196f2aa-0000-7000-8000-000000000001\","
                + "\"ledger\":\"ledger-1\",\"metadata\":{\"sha256\":"
                + "\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"},"
                + "\"on_behalf_of\":\"person-2\",\"payload\":{\"len\":17,\"sha256\":"
                + "\"239f59ed55e737c77147cf55ad0c1b030b6d7ee748a7426952f9b852d5a935e5\"},"
                + "\"personal\":{\"sha256\":"
                + "\"374708fff7719dd5979ec875d56cd2286f6d3cf7ec317a3b25632aab28ec37bb\"},"
                + "\"pos\":42,\"recorded_at\":\"2026-01-02T03:04:05.000006Z\",\"rev\":\"2\","
                + "\"tags\":[\"body=b1\",\"mandate=m1\"],\"type\":\"MandateGranted\",\"v\":1}");
    assertThat(header).isEqualTo(new JsonOracle().canonical(header));
  }

  @Test
  void absentMembersAreLeftOutAndTheEffectiveMomentIsThatOfRecording() {
    HeaderTemplate.Content content =
        new HeaderTemplate.Content(
            "l", EVENT, "T", "1", List.of(), null, null, null, null, null, 0, "aa", "bb", null);

    assertThat(text(new HeaderTemplate(content).complete(1, "2026-01-02T03:04:05.000006Z")))
        .isEqualTo(
            "{\"effective_at\":\"2026-01-02T03:04:05.000006Z\",\"event_id\":\""
                + EVENT
                + "\",\"ledger\":\"l\",\"metadata\":{\"sha256\":\"bb\"},"
                + "\"payload\":{\"len\":0,\"sha256\":\"aa\"},\"pos\":1,"
                + "\"recorded_at\":\"2026-01-02T03:04:05.000006Z\",\"rev\":\"1\",\"tags\":[],"
                + "\"type\":\"T\",\"v\":1}");
  }

  @Test
  void theLeafHashIsThatOfRfc9162() {
    // RFC 9162 2.1.1: MTH({d}) = SHA-256(0x00 || d); of the empty leaf, as certificate logs have it
    assertThat(HexFormat.of().formatHex(HeaderTemplate.leafHash(new byte[0])))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void stringsAreEscapedAsRfc8785Says(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      String string = randomText(random);
      byte[] ours = new CanonicalJson().raw("{\"a\":").string(string).raw("}").utf8();
      assertThat(ours).isEqualTo(new JsonOracle().canonical(ours));
    }
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertThatThrownBy(() -> new CanonicalJson().string("\ud800x"))
        .isInstanceOf(FactRejected.class);
    assertThatThrownBy(() -> new CanonicalJson().string("x\udc00"))
        .isInstanceOf(FactRejected.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-07-30T00:00:00Z, 2014-07-30T00:00:00.000000Z",
    "2014-07-30T02:00:00+02:00, 2014-07-30T00:00:00.000000Z",
    "2026-01-02T03:04:05.123456789Z, 2026-01-02T03:04:05.123456Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000000Z",
    "9999-12-31T23:59:59.9999999Z, 9999-12-31T23:59:59.999999Z",
  })
  void momentsAreWrittenInMicrosecondsUtc(String stated, String written) {
    assertThat(LedgerTime.normalised("effectiveAt", stated)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z", "yesterday", ""})
  void momentsThatCannotBeWrittenAreRefused(String stated) {
    assertThatThrownBy(() -> LedgerTime.normalised("effectiveAt", stated))
        .isInstanceOf(FactRejected.class);
  }

  @Test
  void everyLimitIsReportedBeforeAnythingIsQueued() {
    FactPreparation preparation = new FactPreparation("test", Note.CODEC);
    String[] many = new String[FactLimits.TAGS_MAX + 1];
    for (int i = 0; i < many.length; i++) {
      many[i] = "tag=" + i;
    }
    requireRejected(preparation, event("a", many), "tags of a fact");
    String longest = "tag=" + "é".repeat((FactLimits.TAG_BYTES_MAX - 4) / 2);
    assertThat(preparation.prepare(List.of(event("a", longest)), AppendOptions.NONE)).hasSize(1);
    requireRejected(preparation, event("a", longest + "x"), "bytes of a tag: 1025");
    requireRejected(preparation, event("a", "tag=\u0000"), "U+0000");
    requireRejected(preparation, event("a\u001f"), "U+001F");
    requireRejected(
        preparation,
        note("x".repeat(FactLimits.PAYLOAD_BYTES_MAX), null, Map.of()),
        "bytes of a payload");
    requireRejected(
        preparation,
        note("x", "x".repeat(FactLimits.PERSONAL_BYTES_MAX + 1), Map.of()),
        "personal part");
    requireRejected(preparation, note("x", null, Map.of("effectiveAt", "soon")), "effectiveAt");
    requireRejected(preparation, note("x", null, Map.of("timestamp", "now")), "the store's own");
    requireRejected(
        preparation,
        note("x", null, Map.of("free", "x".repeat(FactLimits.METADATA_BYTES_MAX))),
        "bytes of metadata");
  }

  private static void requireRejected(
      FactPreparation preparation, TaggedEventMessage<?> event, String complaint) {
    assertThatThrownBy(() -> preparation.prepare(List.of(event), AppendOptions.NONE))
        .isInstanceOf(FactRejected.class)
        .hasMessageContaining(complaint);
  }

  private static TaggedEventMessage<?> note(
      String text, @Nullable String remark, Map<String, String> metadata) {
    return event("a", new Note(text, remark), metadata);
  }

  private static String randomText(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int point =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> random.nextInt(0x20, 0x80);
            case 2 -> random.nextInt(0x80, 0xd800);
            default -> random.nextInt(0xe000, 0x110000);
          };
      text.appendCodePoint(point);
    }
    return text.toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** An implementation of RFC 8785 by others. */
  private static final class JsonOracle {
    byte[] canonical(byte[] json) {
      try {
        return new JsonCanonicalizer(text(json)).getEncodedUTF8();
      } catch (IOException notJson) {
        throw new AssertionError(text(json), notJson);
      }
    }
  }
}
