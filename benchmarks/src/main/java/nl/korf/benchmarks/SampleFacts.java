package nl.korf.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.MilestoneSet;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.model.facts.Tags;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.rules.Rule;

/**
 * Real facts put straight into a ledger's table: {@value #GROUPS} groups whose people come and go,
 * and initiatives that are proposed, move through stages and are decided on, about {@value
 * #FACTS_PER_INITIATIVE} facts each. Metadata, headers and hashes have the right size and are made
 * up.
 */
final class SampleFacts {

  static final int GROUPS = 1_000;
  static final int PEOPLE = 20_000;
  static final int FACTS_PER_INITIATIVE = 15;
  static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private static final int BATCH = 5_000;
  private static final String INSERT =
      """
      insert into ledger.event
        (position, event_id, type, version, recorded_at, tags, payload, metadata, header, leaf_hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final SplittableRandom random = new SplittableRandom(1);
  private long initiatives;

  static void fill(Server.Database database, long facts) throws Exception {
    var sample = new SampleFacts();
    try (Connection connection = database.owner().getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      for (long position = 1; position <= facts; position++) {
        sample.add(connection, insert, position);
        if (position % BATCH == 0 || position == facts) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
    database.execute(
        """
        insert into ledger.event_tag (tag, position, type)
        select tag, position, type from ledger.event, unnest(tags) tag order by tag, position
        """);
    database.execute("vacuum analyze");
  }

  /** When the fact at a position was recorded; it holds from then. */
  static Instant recordedAt(long position) {
    return START.plusSeconds(60 * position);
  }

  private void add(Connection connection, PreparedStatement insert, long position)
      throws Exception {
    Fact fact = position <= GROUPS ? group((int) position) : fact();
    FactJson.Encoded encoded = FactJson.encode(fact);
    byte[] header = header(position, encoded.type());
    set(
        insert,
        List.of(
            position,
            new UUID(0, position),
            encoded.type(),
            encoded.version(),
            recordedAt(position).atOffset(ZoneOffset.UTC),
            connection.createArrayOf(
                "text", Tags.of(fact).stream().map(Object::toString).toArray()),
            encoded.payload(),
            metadata(position),
            header,
            MessageDigest.getInstance("SHA-256").digest(header)));
    insert.addBatch();
  }

  private static byte[] metadata(long position) {
    return """
    {"actor":"person:p%d","commandId":"%s","onBehalfOf":"group:g%d",\
    "timestamp":"2026-01-01T12:00:00.123456Z"}\
    """
        .formatted(position % PEOPLE, new UUID(1, position), 1 + position % GROUPS)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] header(long position, String type) {
    String known = "{\"pos\":%d,\"type\":\"%s\",\"made\":\"".formatted(position, type);
    return (known + "h".repeat(RawInserts.HEADER_BYTES - known.length() - 2) + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void set(PreparedStatement insert, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      insert.setObject(i + 1, values.get(i));
    }
  }

  private static Fact group(int number) {
    return new GroupFormed(
        new GroupId("g" + number),
        LocalizedText.en("Group " + number),
        number % 3 == 0 ? "committee" : "team",
        number > 20 ? new GroupId("g" + number % 20) : null,
        new BodyId("b" + number % 5),
        List.of(),
        null);
  }

  private Fact fact() {
    int chance = random.nextInt(100);
    if (initiatives == 0 || chance < 100 / FACTS_PER_INITIATIVE) {
      return proposed();
    } else if (chance < 70) {
      return new StageChanged(anInitiative(), "stage" + random.nextInt(6), null);
    } else if (chance < 75) {
      return new MilestoneSet(anInitiative(), "v1." + random.nextInt(40));
    } else if (chance < 85) {
      return new MemberJoined(aGroup(), aPerson(), "member");
    } else if (chance < 90) {
      return new MemberLeft(aGroup(), aPerson(), "member", null);
    } else if (chance < 92) {
      return new GroupRenamed(aGroup(), LocalizedText.en("Group " + random.nextInt(GROUPS)));
    }
    return decision();
  }

  private Fact proposed() {
    initiatives++;
    return proposal(id(initiatives), aGroup(), aGroup(), aGroup());
  }

  /** An initiative of a group, in which others take part. */
  static Fact proposal(String initiative, GroupId owner, GroupId... participants) {
    return new InitiativeProposed(
        new InitiativeId(initiative),
        LocalizedText.en("An initiative with a plain title, " + initiative),
        owner,
        List.of(participants),
        "stage0",
        Bloft.UNANSWERED,
        List.of(),
        null);
  }

  private Fact decision() {
    return new DecisionTaken(
        new DecisionId("d" + Long.toHexString(random.nextLong())),
        anInitiative(),
        LocalizedText.en("A decision of an ordinary length"),
        Rule.MANDATED,
        aPerson(),
        null,
        new BodyId("b1"),
        null,
        new CompetenceProof(Verdict.COMPETENT, 1, null, List.of(), null, Map.of()),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  /** Ids are spread, as random ones are: the order of ids is not the order of birth. */
  static String id(long number) {
    return "i" + Long.toHexString((number * 0x9E3779B97F4A7C15L) >>> 20);
  }

  private InitiativeId anInitiative() {
    return new InitiativeId(id(1 + random.nextLong(initiatives)));
  }

  private GroupId aGroup() {
    return new GroupId("g" + (1 + random.nextInt(GROUPS)));
  }

  private PersonId aPerson() {
    return new PersonId("p" + random.nextInt(PEOPLE));
  }
}
