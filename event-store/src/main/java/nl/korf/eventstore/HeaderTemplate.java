package nl.korf.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The header of a fact, complete but for what only the appender knows: position and moment of
 * recording. Everything else is rendered on the caller's thread.
 *
 * <p>The header is RFC 8785 canonical JSON of these members, strings and integers only, absent ones
 * left out: {@code actor}, {@code cause}, {@code command_id}, {@code effective_at}, {@code
 * event_id}, {@code ledger}, {@code metadata{sha256}}, {@code on_behalf_of}, {@code payload{len,
 * sha256}}, {@code personal{sha256}}, {@code pos}, {@code recorded_at}, {@code rev}, {@code tags}
 * (sorted by UTF-16 code unit), {@code type}, {@code v} (1). Times are RFC 3339 in UTC with six
 * decimals, hashes lower-case hex, UUIDs lower case. Decision 0005 says why; a stored header never
 * changes, so neither does version 1.
 */
final class HeaderTemplate {

  /** Octets of a header, with the longest position. */
  static final int HEADER_BYTES_MAX = 4096;

  /** Domain separation of RFC 9162 2.1.1: a leaf is hashed behind a zero octet. */
  private static final byte[] LEAF_PREFIX = {0};

  private static final int VERSION = 1;
  private static final int POSITION_DIGITS_MAX = 16;

  private final byte[] beforeEffective;
  private final byte @Nullable [] effective;
  private final byte[] beforePosition;
  private final byte[] afterRecordedAt;

  private static final byte[] BEFORE_RECORDED_AT = ascii(",\"recorded_at\":\"");

  /** What the header says about one fact; hashes in hex, {@code effectiveAt} already normalised. */
  record Content(
      String ledgerId,
      UUID eventId,
      String type,
      String version,
      List<String> tags,
      @Nullable String effectiveAt,
      @Nullable String actor,
      @Nullable String onBehalfOf,
      @Nullable String commandId,
      @Nullable String cause,
      int payloadLength,
      String payloadSha256,
      String metadataSha256,
      @Nullable String personalSha256) {}

  HeaderTemplate(Content content) {
    this.beforeEffective = upToEffectiveAt(content);
    this.effective = content.effectiveAt() == null ? null : ascii(content.effectiveAt());
    this.beforePosition = upToPosition(content);
    this.afterRecordedAt = afterRecordedAt(content);
    requireFits(content);
  }

  /** The header of the fact at {@code position}, as exact bytes. */
  byte[] complete(long position, String recordedAt) {
    byte[] digits = ascii(Long.toString(position));
    byte[] recorded = ascii(recordedAt);
    byte[] effect = effective == null ? recorded : effective;
    byte[] header = new byte[length(digits.length)];
    int at = put(header, 0, beforeEffective);
    at = put(header, at, effect);
    at = put(header, at, beforePosition);
    at = put(header, at, digits);
    at = put(header, at, BEFORE_RECORDED_AT);
    at = put(header, at, recorded);
    put(header, at, afterRecordedAt);
    return header;
  }

  /** {@code SHA-256(0x00 || header)}. */
  static byte[] leafHash(byte[] header) {
    return Sha256.of(LEAF_PREFIX, header);
  }

  static String recordedAt(Instant moment) {
    return LedgerTime.text(moment);
  }

  private static byte[] upToEffectiveAt(Content content) {
    CanonicalJson json = new CanonicalJson().raw("{");
    member(json, "actor", content.actor());
    member(json, "cause", content.cause());
    member(json, "command_id", content.commandId());
    return json.raw("\"effective_at\":\"").utf8();
  }

  private static byte[] upToPosition(Content content) {
    CanonicalJson json = new CanonicalJson().raw("\",");
    member(json, "event_id", content.eventId().toString());
    member(json, "ledger", content.ledgerId());
    json.raw("\"metadata\":{\"sha256\":").string(content.metadataSha256()).raw("},");
    member(json, "on_behalf_of", content.onBehalfOf());
    json.raw("\"payload\":{\"len\":").integer(content.payloadLength());
    json.raw(",\"sha256\":").string(content.payloadSha256()).raw("},");
    if (content.personalSha256() != null) {
      json.raw("\"personal\":{\"sha256\":").string(content.personalSha256()).raw("},");
    }
    return json.raw("\"pos\":").utf8();
  }

  private static byte[] afterRecordedAt(Content content) {
    CanonicalJson json = new CanonicalJson().raw("\",");
    member(json, "rev", content.version());
    json.raw("\"tags\":[");
    String separator = "";
    for (String tag : content.tags()) {
      json.raw(separator).string(tag);
      separator = ",";
    }
    json.raw("],");
    member(json, "type", content.type());
    return json.raw("\"v\":").integer(VERSION).raw("}").utf8();
  }

  private static void member(CanonicalJson json, String name, @Nullable String value) {
    if (value != null) {
      json.raw("\"").raw(name).raw("\":").string(value).raw(",");
    }
  }

  private void requireFits(Content content) {
    int longest = length(POSITION_DIGITS_MAX);
    if (longest > HEADER_BYTES_MAX) {
      throw new FactRejected(
          "The header of %s would have %d bytes, at most %d are allowed: fewer or shorter tags"
              .formatted(content.type(), longest, HEADER_BYTES_MAX));
    }
  }

  private int length(int positionDigits) {
    return beforeEffective.length
        + LedgerTime.TEXT_LENGTH
        + beforePosition.length
        + positionDigits
        + BEFORE_RECORDED_AT.length
        + LedgerTime.TEXT_LENGTH
        + afterRecordedAt.length;
  }

  private static int put(byte[] target, int at, byte[] piece) {
    System.arraycopy(piece, 0, target, at, piece.length);
    return at + piece.length;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
