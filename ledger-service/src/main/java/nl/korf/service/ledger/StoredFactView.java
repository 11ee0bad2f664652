package nl.korf.service.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.korf.eventstore.PersonalPart;
import nl.korf.eventstore.StoredFact;
import org.jspecify.annotations.Nullable;

/**
 * A fact exactly as stored: {@code header}, {@code payload} and {@code metadata} are the very text
 * whose bytes (UTF-8) were hashed.
 *
 * @param leafHash {@code SHA-256(0x00 || header)}, in hexadecimal
 * @param personal the part that can be erased; null when the fact never had one
 */
record StoredFactView(
    long position,
    UUID eventId,
    String type,
    String version,
    Instant recordedAt,
    List<String> tags,
    String header,
    String payload,
    String metadata,
    String leafHash,
    @Nullable Personal personal) {

  /**
   * The personal part, or the tombstone in its place.
   *
   * @param state {@code present}, {@code withheld} from this reader, or {@code erased}
   * @param ground why it is withheld
   * @param salt in hexadecimal; with {@code text} it gives the hash in the header
   */
  record Personal(
      String state, @Nullable String ground, @Nullable String salt, @Nullable String text) {}

  static StoredFactView of(StoredFact fact, boolean mayReadPersonal) {
    return new StoredFactView(
        fact.position(),
        fact.eventId(),
        fact.type(),
        fact.version(),
        fact.recordedAt(),
        fact.tags(),
        text(fact.header()),
        text(fact.payload()),
        text(fact.metadata()),
        HexFormat.of().formatHex(fact.leafHash()),
        personal(fact, mayReadPersonal));
  }

  private static @Nullable Personal personal(StoredFact fact, boolean mayRead) {
    PersonalPart part = fact.personal();
    if (part == null) {
      boolean had = text(fact.header()).contains("\"personal\":{");
      return had ? new Personal("erased", "AVG art. 17", null, null) : null;
    }
    return mayRead
        ? new Personal("present", null, HexFormat.of().formatHex(part.salt()), text(part.bytes()))
        : new Personal("withheld", "AVG art. 5(1)(c)", null, null);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
