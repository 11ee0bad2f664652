package nl.korf.eventstore.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a stored ledger from its rows alone, sharing no code with the store: positions without a
 * gap, times that never go back, headers that say what the rows hold, hashes, tags, commands. Names
 * what differs, at which position.
 */
public final class LedgerFsck {

  private static final Set<String> MEMBERS =
      Set.of(
          "v",
          "ledger",
          "pos",
          "event_id",
          "type",
          "rev",
          "tags",
          "recorded_at",
          "effective_at",
          "actor",
          "on_behalf_of",
          "command_id",
          "cause",
          "payload",
          "metadata",
          "personal");

  private static final String ROWS =
      """
      select e.position, e.event_id, e.type, e.version, e.recorded_at, e.tags, e.payload, e.metadata,
             e.header, e.leaf_hash, p.salt, p.bytes, t.tags
      from ledger.event e left join ledger.event_personal p using (position)
        left join (select position, type, array_agg(tag order by tag collate "C") tags
          from ledger.event_tag group by position, type) t using (position, type)
      order by e.position
      """;

  private final List<String> findings = new ArrayList<>();
  private long expected = 1;
  private Instant latest = Instant.MIN;

  private LedgerFsck() {}

  /** What is wrong; empty for a sound ledger. */
  public static List<String> check(DataSource dataSource) {
    LedgerFsck fsck = new LedgerFsck();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      fsck.facts(connection);
      fsck.none(connection, "tag rows without their fact", STRAY_TAGS);
      fsck.none(connection, "commands without their facts", STRAY_COMMANDS);
      fsck.none(connection, "personal parts without their fact", STRAY_PERSONAL);
      connection.rollback();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return fsck.findings;
  }

  private static final String STRAY_TAGS =
      "select count(*) from ledger.event_tag t where not exists (select from ledger.event e"
          + " where e.position = t.position and t.tag = any (e.tags) and e.type = t.type)";

  private static final String STRAY_COMMANDS =
      "select count(*) from ledger.command c where c.count <> (select count(*) from ledger.event e"
          + " where e.position >= c.first_position and e.position < c.first_position + c.count"
          + " and convert_from(e.header, 'UTF8')::json ->> 'command_id' = c.command_id::text)";

  private static final String STRAY_PERSONAL =
      "select count(*) from ledger.event_personal p where not exists"
          + " (select from ledger.event e where e.position = p.position)";

  private void facts(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
      statement.setFetchSize(1000);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          order(row);
          header(row);
          hashes(row);
        }
      }
    }
  }

  private void order(ResultSet row) throws SQLException {
    long position = row.getLong(1);
    require(position == expected, position, "expected position " + expected);
    expected = position + 1;
    Instant recordedAt = row.getObject(5, OffsetDateTime.class).toInstant();
    require(!recordedAt.isBefore(latest), position, "recorded before the fact before");
    latest = recordedAt;
    List<String> tags = texts(row, 6);
    require(tags.equals(List.copyOf(new TreeSet<>(tags))), position, "tags unsorted or doubled");
    require(
        row.getArray(13) == null ? tags.isEmpty() : tags.equals(texts(row, 13)),
        position,
        "tag rows differ from the tags");
  }

  private void header(ResultSet row) throws SQLException {
    long position = row.getLong(1);
    byte[] bytes = row.getBytes(9);
    JsonNode header = JsonMapper.shared().readTree(bytes);
    JsonNode metadata = JsonMapper.shared().readTree(row.getBytes(8));
    header
        .propertyNames()
        .forEach(name -> require(MEMBERS.contains(name), position, "unknown member " + name));
    require(Arrays.equals(bytes, canonical(bytes)), position, "the header is not canonical");
    same(position, header, "v", 1);
    same(position, header, "pos", position);
    same(position, header, "event_id", row.getString(2));
    same(position, header, "type", row.getString(3));
    same(position, header, "rev", row.getString(4));
    String recordedAt = rfc3339(row.getObject(5, OffsetDateTime.class));
    same(position, header, "recorded_at", recordedAt);
    List<String> tags = new ArrayList<>();
    header.get("tags").forEach(tag -> tags.add(tag.stringValue()));
    require(tags.equals(texts(row, 6)), position, "header and row differ in tags");
    same(position, header, "actor", text(metadata, "actor"));
    same(position, header, "on_behalf_of", text(metadata, "onBehalfOf"));
    same(position, header, "cause", text(metadata, "cause"));
    String effectiveAt = text(metadata, "effectiveAt");
    same(
        position,
        header,
        "effective_at",
        effectiveAt == null ? recordedAt : rfc3339(OffsetDateTime.parse(effectiveAt)));
  }

  private void hashes(ResultSet row) throws SQLException {
    long position = row.getLong(1);
    byte[] header = row.getBytes(9);
    JsonNode says = JsonMapper.shared().readTree(header);
    require(Arrays.equals(row.getBytes(10), sha256(new byte[] {0}, header)), position, "leaf hash");
    byte[] payload = row.getBytes(7);
    same(position, says.get("payload"), "len", payload.length);
    same(position, says.get("payload"), "sha256", hex(sha256(payload)));
    same(position, says.get("metadata"), "sha256", hex(sha256(row.getBytes(8))));
    byte[] salt = row.getBytes(11);
    if (salt != null) {
      require(says.has("personal"), position, "a personal part the header does not know");
      same(position, says.get("personal"), "sha256", hex(sha256(salt, row.getBytes(12))));
    }
  }

  private void none(Connection connection, String what, String countSql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(countSql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      if (row.getLong(1) > 0) {
        findings.add(row.getLong(1) + " " + what);
      }
    }
  }

  private void same(long position, JsonNode node, String member, @Nullable Object expectedValue) {
    JsonNode value = node.get(member);
    @Nullable String found =
        value == null ? null : value.isString() ? value.stringValue() : value.toString();
    @Nullable String wanted = expectedValue == null ? null : expectedValue.toString();
    require(
        Objects.equals(found, wanted),
        position,
        "%s is %s, expected %s".formatted(member, found, wanted));
  }

  private void require(boolean holds, long position, String complaint) {
    if (!holds) {
      findings.add("position " + position + ": " + complaint);
    }
  }

  private static @Nullable String text(JsonNode node, String member) {
    JsonNode value = node.get(member);
    return value == null ? null : value.stringValue();
  }

  private static List<String> texts(ResultSet row, int column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static String rfc3339(OffsetDateTime time) {
    Instant instant = time.toInstant();
    long micros = instant.getNano() / 1000;
    String seconds = Instant.ofEpochSecond(instant.getEpochSecond()).toString();
    return String.format(
        Locale.ROOT, "%s.%06dZ", seconds.substring(0, seconds.length() - 1), micros);
  }

  private static byte[] canonical(byte[] json) {
    try {
      return new JsonCanonicalizer(new String(json, StandardCharsets.UTF_8)).getEncodedUTF8();
    } catch (IOException notJson) {
      return new byte[0];
    }
  }

  private static byte[] sha256(byte[]... pieces) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] piece : pieces) {
        digest.update(piece);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
