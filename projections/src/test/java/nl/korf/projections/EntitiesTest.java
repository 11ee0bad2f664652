package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import nl.korf.model.PersonId;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Timeline;
import nl.korf.projections.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The count of facts in memory is the number there are, however they came and went. */
class EntitiesTest {

  private static final String NAME = "person/p1";

  private final TestLedger ledger = new TestLedger();
  private final RecordedFact fact = ledger.append(new PersonRegistered(new PersonId("p1"), false));
  private final Entities entities = new Entities(new Generation(ReadModel.PEOPLE, 1), 1, true);

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void factsThatAreForgottenWhenTheyAreWrittenAreNotCountedAnyMore() throws SQLException {
    Entity entity = fetched(NAME);
    take(entity, Entity.FACTS_KEPT_MAX);
    assertThat(entities.factsKept()).isEqualTo(Entity.FACTS_KEPT_MAX);

    take(entity, 1);

    assertThat(entity.facts()).isEmpty();
    assertThat(entities.factsKept()).isZero();
  }

  @Test
  void factsReadAgainFromTheLogAreCounted() throws SQLException {
    Entity entity = fetched(NAME);
    take(entity, Entity.FACTS_KEPT_MAX + 1);

    entity.remember(List.of(fact, fact, fact));
    take(entity, 1);

    assertThat(entities.factsKept()).isEqualTo(4);
  }

  @Test
  void factsOfAnEntityThatIsDroppedAreNotCountedAnyMore() throws SQLException {
    take(fetched(NAME), 3);
    take(fetched("person/p2"), 2);

    entities.trim();

    assertThat(entities.size()).isEqualTo(1);
    assertThat(entities.factsKept()).isEqualTo(2);
  }

  private Entity fetched(String name) throws SQLException {
    try (Connection connection = ledger.pool().getConnection()) {
      entities.fetch(connection, List.of(name));
    }
    return entities.get(name);
  }

  /** As a follower does with a batch of facts about the entity. */
  private void take(Entity entity, int facts) {
    for (int i = 0; i < facts; i++) {
      entity.become(Timeline.EMPTY, List.of(), fact);
    }
    entity.written();
    entities.touched(Set.of(entity));
  }
}
