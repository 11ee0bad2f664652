package nl.korf.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import nl.korf.eventstore.testing.TestPostgres;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Database, window and Axon agree about which facts belong to a boundary. */
class CriteriaSqlTest {

  private static final int FACTS = 400;
  private static final int QUESTIONS = 30;
  private static final List<TaggedEventMessage<?>> HISTORY = history(new SplittableRandom(7));

  private static final TestPostgres.Database DATABASE = TestPostgres.ledger();
  private static final HikariDataSource POOL = DATABASE.pool(5);

  @BeforeAll
  static void record() {
    EventStoreSchema.indexTagsWithGin(DATABASE.owner());
    try (PgEventStorageEngine node =
        new PgEventStorageEngine(
            POOL, Note.CODEC, EventEvolution.none(), EventStoreConfig.of("test"))) {
      TestLedger.stored(node, HISTORY.toArray(TaggedEventMessage<?>[]::new));
    }
  }

  @AfterAll
  static void letGo() {
    POOL.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void databaseAndWindowAgreeWithAxon(long seed) throws SQLException {
    SplittableRandom random = new SplittableRandom(seed);
    try (Connection connection = POOL.getConnection()) {
      for (int i = 0; i < QUESTIONS; i++) {
        EventCriteria criteria = criteria(random);
        long after = random.nextLong(FACTS);
        long upTo = random.nextLong(after, FACTS + 1);
        List<Long> expected = matching(criteria, after, upTo);
        Boundary boundary = Boundary.of(criteria);
        for (TagIndex index : TagIndex.values()) {
          assertThat(positions(boundary, after, upTo, index)).isEqualTo(expected);
          assertThat(exists(connection, boundary, after, upTo, index))
              .isEqualTo(!expected.isEmpty());
        }
        assertThat(window(upTo).anyAfter(after, boundary)).isEqualTo(!expected.isEmpty());
      }
    }
  }

  private static List<Long> matching(EventCriteria criteria, long after, long upTo) {
    List<Long> positions = new ArrayList<>();
    for (long position = after + 1; position <= upTo; position++) {
      TaggedEventMessage<?> event = HISTORY.get((int) position - 1);
      if (criteria.matches(event.event().type().qualifiedName(), event.tags())) {
        positions.add(position);
      }
    }
    return positions;
  }

  private static RecentFacts window(long upTo) {
    RecentFacts window = new RecentFacts(FACTS);
    window.restartAt(0);
    for (long position = 1; position <= upTo; position++) {
      TaggedEventMessage<?> event = HISTORY.get((int) position - 1);
      window.add(position, event.event().type().name(), TagText.sorted(event.tags()));
    }
    return window;
  }

  private static List<Long> positions(Boundary boundary, long after, long upTo, TagIndex index)
      throws SQLException {
    return Sourcing.facts(POOL, boundary, after, upTo, index).stream()
        .map(StoredFact::position)
        .toList();
  }

  private static boolean exists(
      Connection connection, Boundary boundary, long after, long upTo, TagIndex index)
      throws SQLException {
    CriteriaSql query = CriteriaSql.exists(boundary, after, upTo, index);
    try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
      query.bind(connection, statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static List<TaggedEventMessage<?>> history(SplittableRandom random) {
    List<TaggedEventMessage<?>> events = new ArrayList<>();
    for (int i = 0; i < FACTS; i++) {
      Set<String> tags = new HashSet<>();
      for (int tag = random.nextInt(4); tag > 0; tag--) {
        tags.add(tag(random));
      }
      events.add(TestEvents.event(type(random), tags.toArray(String[]::new)));
    }
    return events;
  }

  private static EventCriteria criteria(SplittableRandom random) {
    List<EventCriteria> any = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      Set<Tag> tags = new HashSet<>();
      for (int tag = random.nextInt(4); tag > 0; tag--) {
        tags.addAll(TestEvents.tags(tag(random)));
      }
      Set<QualifiedName> types = new HashSet<>();
      for (int type = random.nextInt(3); type > 0; type--) {
        types.add(new QualifiedName(type(random)));
      }
      any.add(
          types.isEmpty()
              ? EventCriteria.havingTags(tags)
              : EventCriteria.havingTags(tags).andBeingOneOfTypes(types));
    }
    return EventCriteria.either(any);
  }

  private static String type(SplittableRandom random) {
    return "type" + random.nextInt(5);
  }

  /** Some tags are on many facts, some on few. */
  private static String tag(SplittableRandom random) {
    int rank = random.nextInt(1, 1 + random.nextInt(1, 30));
    return "tag=" + rank;
  }
}
