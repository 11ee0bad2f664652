package nl.korf.auditor.checks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import nl.korf.auditor.tree.TreeHasher;

/**
 * The header of a fact as it was last read: version 1 of decision 0005, member by member in the one
 * order and form that RFC 8785 gives them. A header that is read so is canonical, unless it has
 * characters beyond plain ASCII, which {@link #plain} tells.
 */
public final class Header {

  /** Octets of a header, at most. */
  public static final int BYTES_MAX = 4_096;

  /** Characters of a time, {@code 2026-01-02T03:04:05.000006Z}. */
  public static final int TIME_LENGTH = 27;

  private static final byte[] ACTOR = utf8("{\"actor\":");
  private static final byte[] CAUSE = utf8("\"cause\":");
  private static final byte[] COMMAND = utf8("\"command_id\":");
  private static final byte[] EFFECTIVE_AT = utf8("\"effective_at\":");
  private static final byte[] EVENT = utf8(",\"event_id\":");
  private static final byte[] LEDGER = utf8(",\"ledger\":");
  private static final byte[] METADATA = utf8(",\"metadata\":{\"sha256\":");
  private static final byte[] ON_BEHALF_OF = utf8("\"on_behalf_of\":");
  private static final byte[] PAYLOAD = utf8("\"payload\":{\"len\":");
  private static final byte[] SHA256 = utf8(",\"sha256\":");
  private static final byte[] PERSONAL = utf8("},\"personal\":{\"sha256\":");
  private static final byte[] POSITION = utf8("},\"pos\":");
  private static final byte[] RECORDED_AT = utf8(",\"recorded_at\":");
  private static final byte[] REVISION = utf8(",\"rev\":");
  private static final byte[] TAGS = utf8(",\"tags\":[");
  private static final byte[] TYPE = utf8("],\"type\":");
  private static final byte[] VERSION = utf8(",\"v\":1}");

  private final HeaderCursor in = new HeaderCursor();
  private boolean personal;
  private long position;
  private long payloadLength;
  private final byte[] payloadHash = new byte[TreeHasher.HASH_BYTES];
  private final byte[] metadataHash = new byte[TreeHasher.HASH_BYTES];
  private final byte[] personalHash = new byte[TreeHasher.HASH_BYTES];
  private int ledgerFrom;
  private int ledgerTo;
  private int effectiveFrom;
  private int recordedFrom;
  private int typeFrom;
  private int typeTo;
  private int revFrom;
  private int revTo;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a header; says what is wrong with it, or nothing ("").
   *
   * @param to how many octets of the array are the header
   */
  public String read(byte[] header, int to) {
    in.read(header, to);
    try {
      who();
      what();
      when();
      return "";
    } catch (HeaderCursor.NotSo e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void who() throws HeaderCursor.NotSo {
    if (in.skip(ACTOR)) {
      in.string("actor");
      in.need(',');
    } else {
      in.need('{');
    }
    if (in.skip(CAUSE)) {
      in.string("cause");
      in.need(',');
    }
    if (in.skip(COMMAND)) {
      in.string("command_id");
      in.need(',');
    }
    in.need(EFFECTIVE_AT);
    effectiveFrom = in.time("effective_at");
    in.need(EVENT);
    in.uuid(in.string("event_id"), "event_id");
    in.need(LEDGER);
    ledgerFrom = in.string("ledger");
    ledgerTo = in.at - 1;
    in.need(METADATA);
    in.hash(metadataHash, "metadata.sha256");
    in.need('}');
    in.need(',');
  }

  private void what() throws HeaderCursor.NotSo {
    if (in.skip(ON_BEHALF_OF)) {
      in.string("on_behalf_of");
      in.need(',');
    }
    in.need(PAYLOAD);
    payloadLength = in.integer("payload.len");
    in.need(SHA256);
    in.hash(payloadHash, "payload.sha256");
    personal = in.skip(PERSONAL);
    if (personal) {
      in.hash(personalHash, "personal.sha256");
    }
    in.need(POSITION);
    position = in.integer("pos");
  }

  private void when() throws HeaderCursor.NotSo {
    in.need(RECORDED_AT);
    recordedFrom = in.time("recorded_at");
    in.need(REVISION);
    revFrom = in.string("rev");
    revTo = in.at - 1;
    in.need(TAGS);
    tags();
    in.need(TYPE);
    typeFrom = in.string("type");
    typeTo = in.at - 1;
    in.need(VERSION);
    in.needEnd();
  }

  private void tags() throws HeaderCursor.NotSo {
    int from = 0;
    int to = 0;
    while (in.next('"')) {
      int next = in.string("a tag");
      if (to > 0 && in.plain() && !in.ordered(from, to, next, in.at - 1)) {
        throw new HeaderCursor.NotSo("tags are not sorted, or one stands there twice");
      }
      from = next;
      to = in.at - 1;
      if (in.next(',')) {
        in.need(',');
        if (!in.next('"')) {
          throw new HeaderCursor.NotSo("a comma without a tag");
        }
      } else {
        return;
      }
    }
  }

  /** Whether it has no character whose form RFC 8785 has to be asked about. */
  public boolean plain() {
    return in.plain();
  }

  public long position() {
    return position;
  }

  public long payloadLength() {
    return payloadLength;
  }

  byte[] payloadHash() {
    return payloadHash;
  }

  byte[] metadataHash() {
    return metadataHash;
  }

  /** Whether it commits to a personal part. */
  public boolean hasPersonal() {
    return personal;
  }

  byte[] personalHash() {
    return personalHash;
  }

  public String ledger() {
    return text(ledgerFrom, ledgerTo);
  }

  boolean ledgerIs(byte[] ledger) {
    return Arrays.equals(in.octets, ledgerFrom, ledgerTo, ledger, 0, ledger.length);
  }

  public String type() {
    return text(typeFrom, typeTo);
  }

  boolean typeIs(String type) {
    return typeTo - typeFrom == type.length() && type().equals(type);
  }

  public String revision() {
    return text(revFrom, revTo);
  }

  public Instant recordedAt() {
    return Instant.parse(text(recordedFrom, recordedFrom + TIME_LENGTH));
  }

  public Instant effectiveAt() {
    return Instant.parse(text(effectiveFrom, effectiveFrom + TIME_LENGTH));
  }

  /** Compares with the time another fact was recorded; written so, times order as texts do. */
  int compareRecordedAt(byte[] other) {
    return Arrays.compareUnsigned(
        in.octets, recordedFrom, recordedFrom + TIME_LENGTH, other, 0, TIME_LENGTH);
  }

  void copyRecordedAt(byte[] into) {
    System.arraycopy(in.octets, recordedFrom, into, 0, TIME_LENGTH);
  }

  private String text(int from, int to) {
    return new String(in.octets, from, to - from, StandardCharsets.UTF_8);
  }
}
