package nl.korf.service.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.korf.eventstore.PersonalPart;
import nl.korf.eventstore.StoredFact;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it lies in the ledger. {@code header}, {@code payload} and {@code metadata} are the
 * exact UTF-8 text that was hashed, as strings: parse them to read, hash them to verify.
 *
 * @param position from 1, gap-free
 * @param leafHash {@code SHA-256(0x00 || header)}, hexadecimal
 * @param personal the erasable part
 */
record FactDocument(
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
   * The personal part, or what stands in its place.
   *
   * @param state whether it is shown
   * @param ground why it is not shown
   * @param salt hexadecimal; the header carries {@code SHA-256(salt || text)}
   */
  record Personal(
      State state, @Nullable String ground, @Nullable String salt, @Nullable String text) {}

  /** What became of a personal part. */
  enum State {
    SHOWN,
    /** There, and not for this reader. */
    WITHHELD,
    /** Erased; the header still proves that it was there. */
    ERASED
  }

  /** The member a header has when its fact was recorded with a personal part. */
  private static final String MARK = "\"personal\":{\"sha256\":";

  private static final String GROUND = "AVG art. 5(1)(c)";

  static FactDocument of(StoredFact fact, boolean showPersonal) {
    String header = text(fact.header());
    return new FactDocument(
        fact.position(),
        fact.eventId(),
        fact.type(),
        fact.version(),
        fact.recordedAt(),
        fact.tags(),
        header,
        text(fact.payload()),
        text(fact.metadata()),
        HexFormat.of().formatHex(fact.leafHash()),
        header.contains(MARK) ? personal(fact.personal(), showPersonal) : null);
  }

  private static Personal personal(@Nullable PersonalPart part, boolean show) {
    if (part == null) {
      return new Personal(State.ERASED, null, null, null);
    }
    if (!show) {
      return new Personal(State.WITHHELD, GROUND, null, null);
    }
    return new Personal(
        State.SHOWN, null, HexFormat.of().formatHex(part.salt()), text(part.bytes()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
