package nl.korf.service.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.korf.eventstore.EventEvolution;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.LedgerIdentity;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.PersonId;
import nl.korf.service.host.CannotStart;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.CommandSide;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.people.PeopleFeature;
import nl.korf.service.people.RegisterPerson;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** A ledger whose newest fact was recorded by a clock that was more than a year ahead. */
class LedgerAheadTest {

  private static final Duration AHEAD = Duration.ofDays(400);
  private static final String BODY =
      """
      {"body":"municipality","name":{"nl":"Gemeente"},"kind":"municipality",\
      "identifier":{"register":"KVK","number":"12345678"}}\
      """;

  private final TestPostgres.Database database = TestPostgres.ledger();

  @Test
  void itDoesNotStartToTakeCommandsUnlessThatIsTolerated() {
    Instant ahead = foundedAhead();

    assertThatThrownBy(() -> TestApplication.start(database).close())
        .rootCause()
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(ahead.toString())
        .hasMessageContaining("backup")
        .hasMessageContaining("projections,web")
        .hasMessageContaining("korf.newest-fact-ahead-max");

    try (TestApplication tolerant =
        TestApplication.start(database, "korf.newest-fact-ahead-max=401d")) {
      assertThat(tolerant.post("/v1/bodies", BODY).statusCode()).isEqualTo(201);
      assertThat(tolerant.part(PgEventStorageEngine.class).factLog().recordedAt(2))
          .as("why it matters: what follows carries the same instant")
          .contains(ahead);
    }
    TestApplication.start(database, "korf.roles=projections,web").close();
  }

  @Test
  void oneThatRunsTakesNoCommandFromThenOnAndIsRead() {
    try (TestApplication application = TestApplication.start(database)) {
      assertThat(application.post("/v1/bodies", BODY).statusCode()).isEqualTo(201);
      registeredAhead(application);

      String other = BODY.replace("municipality\",\"name", "province\",\"name");
      ProblemAnswer.of(application.post("/v1/bodies", other), 503, "ledger-ahead");
      assertThat(application.get("/v1/facts?after=0").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theTimesOfAnExampleAreItsOwn() {
    try (HikariDataSource pool = database.pool(2)) {
      assertThat(config(pool, false).aheadTolerance()).isEqualTo(Duration.ofSeconds(2));
      assertThat(config(pool, true).aheadTolerance()).isGreaterThan(AHEAD.multipliedBy(100));
      assertThat(config(pool, true).clockTolerance()).isEqualTo(Duration.ofSeconds(2));
    }
  }

  private static EventStoreConfig config(HikariDataSource pool, boolean example) {
    FoundingSettings settings =
        new FoundingSettings(
            example,
            new FoundingSettings.Ledger("Korf", null),
            new FoundingSettings.Database(null, null, null, 2, Duration.ofSeconds(10), false),
            Duration.ofSeconds(2),
            10);
    return new LedgerConfiguration()
        .eventStoreConfig(
            pool,
            new LedgerIdentity(UUID.randomUUID(), example, Instant.EPOCH),
            settings,
            Clock.systemUTC());
  }

  /** A ledger founded by a node whose clock, and tolerance, are far off; when it says it was. */
  private Instant foundedAhead() {
    return ahead(
        "urn:korf:ahead",
        new FoundingFeature(),
        (commands, log) ->
            Founder.found(commands, log, new FoundLedger("urn:korf:ahead", "Korf", false)));
  }

  /** The same node, in a ledger another one serves. */
  private void registeredAhead(TestApplication application) {
    ahead(
        application.part(EventStoreConfig.class).ledgerId(),
        application.part(PeopleFeature.class),
        (commands, _) ->
            commands.send(
                new RegisterPerson(new PersonId("p-ahead"), false),
                Actor.registrar("test"),
                UUID.randomUUID()));
  }

  private Instant ahead(String urn, Feature feature, BiConsumer<Commands, FactLog> act) {
    Clock clock = Clock.offset(Clock.systemUTC(), AHEAD);
    EventStoreConfig config =
        EventStoreConfig.of(urn).withClock(clock).withClockTolerance(AHEAD.plusDays(1));
    try (HikariDataSource pool = database.pool(8);
        PgEventStorageEngine engine =
            new PgEventStorageEngine(pool, new LedgerFacts(), EventEvolution.none(), config);
        CommandSide side = new CommandSide(engine, List.of(feature), clock)) {
      act.accept(side.commands(), engine.factLog());
      return engine.factLog().recordedAt(engine.freshHead()).orElseThrow();
    }
  }
}
