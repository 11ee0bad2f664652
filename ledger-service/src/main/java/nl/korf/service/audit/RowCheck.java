package nl.korf.service.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hashes rows anew, one after another, and holds every member of their headers against the row. The
 * header is read as the JSON it is; nothing here is shared with what wrote it. For one thread.
 */
final class RowCheck {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final DateTimeFormatter MICROSECONDS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private static final HexFormat HEX = HexFormat.of();

  /** Everything a header may hold; {@code docs/decisions/0005}. */
  private static final Set<String> MEMBERS =
      Set.of(
          "actor",
          "cause",
          "command_id",
          "effective_at",
          "event_id",
          "ledger",
          "metadata",
          "on_behalf_of",
          "payload",
          "personal",
          "pos",
          "recorded_at",
          "rev",
          "tags",
          "type",
          "v");

  private final String ledger;
  private long position;
  private @Nullable Instant recordedAt;

  /**
   * Goes on after a position.
   *
   * @param ledger the identifier every header must name
   * @param recordedAt when the fact at that position was recorded; null before the first
   */
  RowCheck(String ledger, long position, @Nullable Instant recordedAt) {
    this.ledger = ledger;
    this.position = position;
    this.recordedAt = recordedAt;
  }

  /**
   * The leaf hash of the next row, computed anew.
   *
   * @throws Difference.Found where anything in the row is not what its header says
   */
  byte[] next(StoredRow row) {
    long at = position + 1;
    same(at, "pos", at, row.position());
    byte[] leaf = Merkle.leaf(row.header());
    same(at, "leaf_hash", HEX.formatHex(leaf), HEX.formatHex(row.leafHash()));
    JsonNode header = header(row);
    members(row, header);
    metadata(row, header);
    commitments(row, header);
    Instant earlier = recordedAt;
    if (earlier != null && row.recordedAt().isBefore(earlier)) {
      throw new Difference.Found(at, "recorded_at", "not before " + earlier, row.recordedAt());
    }
    position = at;
    recordedAt = row.recordedAt();
    return leaf;
  }

  long position() {
    return position;
  }

  @Nullable Instant recordedAt() {
    return recordedAt;
  }

  private static JsonNode header(StoredRow row) {
    try {
      JsonNode header = JSON.readTree(row.header());
      if (!header.isObject()) {
        throw new Difference.Found(row.position(), "header", "an object", header.getNodeType());
      }
      for (String name : header.propertyNames()) {
        if (!MEMBERS.contains(name)) {
          throw new Difference.Found(row.position(), "header", "no member " + name, name);
        }
      }
      return header;
    } catch (JacksonException unreadable) {
      throw new Difference.Found(row.position(), "header", "JSON", unreadable.getOriginalMessage());
    }
  }

  private void members(StoredRow row, JsonNode header) {
    long at = row.position();
    same(at, "v", "1", number(header.path("v")));
    same(at, "pos", number(header.path("pos")), Long.toString(at));
    same(at, "ledger", ledger, text(header, "ledger"));
    same(at, "event_id", text(header, "event_id"), row.eventId());
    same(at, "type", text(header, "type"), row.type());
    same(at, "rev", text(header, "rev"), row.version());
    same(at, "recorded_at", text(header, "recorded_at"), MICROSECONDS.format(row.recordedAt()));
    List<String> tags = header.path("tags").valueStream().map(JsonNode::asString).toList();
    same(at, "tags", tags, row.tags());
  }

  /** What the header repeats of the metadata. */
  private static void metadata(StoredRow row, JsonNode header) {
    long at = row.position();
    JsonNode metadata;
    try {
      metadata = JSON.readTree(row.metadata());
    } catch (JacksonException unreadable) {
      throw new Difference.Found(at, "metadata", "JSON", unreadable.getOriginalMessage());
    }
    same(at, "actor", text(header, "actor"), text(metadata, "actor"));
    same(at, "on_behalf_of", text(header, "on_behalf_of"), text(metadata, "onBehalfOf"));
    same(at, "cause", text(header, "cause"), text(metadata, "cause"));
    if (metadata.has("commandId")) {
      same(at, "command_id", text(header, "command_id"), text(metadata, "commandId"));
    }
    String stated = text(metadata, "effectiveAt");
    String effective = stated == null ? MICROSECONDS.format(row.recordedAt()) : moment(at, stated);
    same(at, "effective_at", text(header, "effective_at"), effective);
  }

  private static String moment(long position, String stated) {
    try {
      return MICROSECONDS.format(Instant.parse(stated).truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException noInstant) {
      throw new Difference.Found(position, "effective_at", "an instant", stated);
    }
  }

  private static void commitments(StoredRow row, JsonNode header) {
    long at = row.position();
    JsonNode payload = header.path("payload");
    same(at, "payload", number(payload.path("len")), Integer.toString(row.payload().length));
    same(at, "payload", text(payload, "sha256"), hash(row.payload()));
    same(at, "metadata", text(header.path("metadata"), "sha256"), hash(row.metadata()));
    byte[] salt = row.salt();
    byte[] personal = row.personal();
    if (salt == null || personal == null) {
      if (header.has("personal") && row.erasedBy() <= at) {
        throw new Difference.Found(
            at, "personal", "the part, or a fact that says it was erased", "-");
      }
      return;
    }
    byte[] both = Arrays.copyOf(salt, salt.length + personal.length);
    System.arraycopy(personal, 0, both, salt.length, personal.length);
    String committed = text(header.path("personal"), "sha256");
    same(at, "personal", committed == null ? "none" : committed, hash(both));
  }

  private static String hash(byte[] bytes) {
    return HEX.formatHex(Merkle.sha256().digest(bytes));
  }

  private static @Nullable String text(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isString() ? value.stringValue() : value.isMissingNode() ? null : value.toString();
  }

  private static String number(JsonNode value) {
    return value.isIntegralNumber() ? value.toString() : "no integer";
  }

  private static void same(
      long position, String part, @Nullable Object expected, @Nullable Object found) {
    boolean same = expected == null ? found == null : expected.equals(found);
    if (!same) {
      throw new Difference.Found(position, part, String.valueOf(expected), String.valueOf(found));
    }
  }
}
