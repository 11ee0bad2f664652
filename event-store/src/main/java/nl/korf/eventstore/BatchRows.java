package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The rows of one batch as columns: one {@code INSERT … SELECT FROM unnest} per table, whatever the
 * number of facts. Here every fact gets its header and leaf hash.
 */
final class BatchRows {

  private static final String EVENTS =
      """
      insert into ledger.event (position, event_id, type, version, recorded_at, tags, \
      payload, metadata, header, leaf_hash) \
      select p, i, t, v, ?::timestamptz, \
      case when g = '' then '{}' else string_to_array(g, E'\\x1f') end, b, m, h, l \
      from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], \
      ?::bytea[], ?::bytea[]) as u(p, i, t, v, g, b, m, h, l)\
      """;

  /** A batch of one fact, as any batch is that nobody waits beside: no arrays to take apart. */
  private static final String ONE_EVENT =
      """
      insert into ledger.event (position, event_id, type, version, recorded_at, tags, \
      payload, metadata, header, leaf_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String TAGS =
      "; insert into ledger.event_tag (tag, position, type)"
          + " select * from unnest(?::text[], ?::bigint[], ?::text[])";

  private static final String PERSONAL =
      "; insert into ledger.event_personal (position, salt, bytes)"
          + " select * from unnest(?::bigint[], ?::bytea[], ?::bytea[])";

  private static final String COMMANDS =
      "; insert into ledger.command (command_id, first_position, count, digest)"
          + " select * from unnest(?::uuid[], ?::bigint[], ?::int[], ?::bytea[])";

  private static final String NOTIFY_AND_COMMIT =
      "; select pg_notify('" + HeadSignal.CHANNEL + "', ?); commit";

  /** Between the tags of one fact in one text; tags hold no control characters. */
  private static final String TAG_SEPARATOR = "\u001f";

  private final Instant recordedAt;
  private final String recordedAtText;
  private final List<Long> positions = new ArrayList<>();
  private final List<UUID> eventIds = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final List<String> versions = new ArrayList<>();
  private final List<String> tagLists = new ArrayList<>();
  private final List<byte[]> payloads = new ArrayList<>();
  private final List<byte[]> metadatas = new ArrayList<>();
  private final List<byte[]> headers = new ArrayList<>();
  private final List<byte[]> leafHashes = new ArrayList<>();

  private final List<String> tags = new ArrayList<>();
  private final List<Long> tagPositions = new ArrayList<>();
  private final List<String> tagTypes = new ArrayList<>();

  private final List<Long> personalPositions = new ArrayList<>();
  private final List<byte[]> salts = new ArrayList<>();
  private final List<byte[]> personalBytes = new ArrayList<>();

  private final List<UUID> commandIds = new ArrayList<>();
  private final List<Long> commandPositions = new ArrayList<>();
  private final List<Integer> commandCounts = new ArrayList<>();
  private final List<byte[]> digests = new ArrayList<>();

  BatchRows(Instant recordedAt) {
    this.recordedAt = recordedAt;
    this.recordedAtText = LedgerTime.text(recordedAt);
  }

  /** All facts of an append, the first at {@code firstPosition}. */
  void add(Append append, long firstPosition) {
    long position = firstPosition;
    for (PreparedFact fact : append.facts()) {
      add(fact, position++);
    }
    UUID commandId = append.options().commandId();
    if (commandId != null) {
      commandIds.add(commandId);
      commandPositions.add(firstPosition);
      commandCounts.add(append.facts().size());
      digests.add(append.options().digest());
    }
  }

  /** The statements this batch needs, ending with the commit. */
  String sql(TagIndex tagIndex) {
    return (positions.size() == 1 ? ONE_EVENT : EVENTS)
        + (writesTags(tagIndex) ? TAGS : "")
        + (personalPositions.isEmpty() ? "" : PERSONAL)
        + (commandIds.isEmpty() ? "" : COMMANDS)
        + NOTIFY_AND_COMMIT;
  }

  void bind(Connection connection, PreparedStatement statement, TagIndex tagIndex)
      throws SQLException {
    Arguments arguments = new Arguments(connection, statement);
    if (positions.size() == 1) {
      bindOneEvent(arguments);
    } else {
      bindEvents(arguments);
    }
    if (writesTags(tagIndex)) {
      arguments.texts(tags).longs(tagPositions).texts(tagTypes);
    }
    if (!personalPositions.isEmpty()) {
      arguments.longs(personalPositions).bytes(salts).bytes(personalBytes);
    }
    if (!commandIds.isEmpty()) {
      arguments.uuids(commandIds).longs(commandPositions).ints(commandCounts).bytes(digests);
    }
    arguments.text(Long.toString(positions.getLast()));
  }

  private void add(PreparedFact fact, long position) {
    byte[] header = fact.header().complete(position, recordedAtText);
    positions.add(position);
    eventIds.add(fact.eventId());
    types.add(fact.type());
    versions.add(fact.version());
    tagLists.add(String.join(TAG_SEPARATOR, fact.tags()));
    payloads.add(fact.payload());
    metadatas.add(fact.metadata());
    headers.add(header);
    leafHashes.add(HeaderTemplate.leafHash(header));
    for (String tag : fact.tags()) {
      tags.add(tag);
      tagPositions.add(position);
      tagTypes.add(fact.type());
    }
    PersonalPart personal = fact.personal();
    if (personal != null) {
      personalPositions.add(position);
      salts.add(personal.salt());
      personalBytes.add(personal.bytes());
    }
  }

  private void bindEvents(Arguments arguments) throws SQLException {
    arguments
        .moment(recordedAt)
        .longs(positions)
        .uuids(eventIds)
        .texts(types)
        .texts(versions)
        .texts(tagLists)
        .bytes(payloads)
        .bytes(metadatas)
        .bytes(headers)
        .bytes(leafHashes);
  }

  private void bindOneEvent(Arguments arguments) throws SQLException {
    String joined = tagLists.getFirst();
    arguments
        .number(positions.getFirst())
        .uuid(eventIds.getFirst())
        .text(types.getFirst())
        .text(versions.getFirst())
        .moment(recordedAt)
        .texts(joined.isEmpty() ? List.of() : List.of(joined.split(TAG_SEPARATOR)))
        .octets(payloads.getFirst())
        .octets(metadatas.getFirst())
        .octets(headers.getFirst())
        .octets(leafHashes.getFirst());
  }

  private boolean writesTags(TagIndex tagIndex) {
    return tagIndex == TagIndex.B_TREE && !tags.isEmpty();
  }

  /** Sets parameters from left to right. */
  private static final class Arguments {

    private final Connection connection;
    private final PreparedStatement statement;
    private int next = 1;

    Arguments(Connection connection, PreparedStatement statement) {
      this.connection = connection;
      this.statement = statement;
    }

    Arguments moment(Instant instant) throws SQLException {
      statement.setObject(next++, instant.atOffset(ZoneOffset.UTC));
      return this;
    }

    Arguments text(String text) throws SQLException {
      statement.setString(next++, text);
      return this;
    }

    Arguments number(long value) throws SQLException {
      statement.setLong(next++, value);
      return this;
    }

    Arguments uuid(UUID value) throws SQLException {
      statement.setObject(next++, value);
      return this;
    }

    Arguments octets(byte[] value) throws SQLException {
      statement.setBytes(next++, value);
      return this;
    }

    Arguments longs(List<Long> values) throws SQLException {
      return array("int8", values.toArray(Long[]::new));
    }

    Arguments ints(List<Integer> values) throws SQLException {
      return array("int4", values.toArray(Integer[]::new));
    }

    Arguments texts(List<String> values) throws SQLException {
      return array("text", values.toArray(String[]::new));
    }

    Arguments uuids(List<UUID> values) throws SQLException {
      return array("uuid", values.toArray(UUID[]::new));
    }

    Arguments bytes(List<byte[]> values) throws SQLException {
      return array("bytea", values.toArray(byte[][]::new));
    }

    private Arguments array(String type, Object[] values) throws SQLException {
      statement.setArray(next++, connection.createArrayOf(type, values));
      return this;
    }
  }
}
