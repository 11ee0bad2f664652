package nl.korf.service.stack;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.korf.eventstore.EventEvolution;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.EventStoreSchema;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.invariants.Awb;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.notices.RecipientRules;
import nl.korf.projections.AsOf;
import nl.korf.projections.Projections;
import nl.korf.projections.ProjectionsConfig;
import nl.korf.projections.Reads;
import nl.korf.projections.knowledge.ReadModelKnowledge;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.authority.CheckLog;
import nl.korf.service.authority.Checks;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.ReadModels;
import nl.korf.service.authority.RecordedCheck;
import nl.korf.service.bodies.BodiesFeature;
import nl.korf.service.decisions.DecisionsFeature;
import nl.korf.service.directives.DirectiveSettings;
import nl.korf.service.directives.DirectivesFeature;
import nl.korf.service.entities.DecisionSettings;
import nl.korf.service.groups.GroupsFeature;
import nl.korf.service.initiatives.InitiativesFeature;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.CommandSide;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.mandates.MandatesFeature;
import nl.korf.service.notices.Courier;
import nl.korf.service.notices.NoticeFollower;
import nl.korf.service.notices.TellingLab;
import nl.korf.service.people.PeopleFeature;
import nl.korf.service.powers.PowersFeature;
import nl.korf.service.programmes.ProgrammesFeature;
import nl.korf.service.roles.RolesFeature;
import nl.korf.service.rounds.RoundsFeature;
import nl.korf.service.timers.OpenRounds;
import nl.korf.service.timers.RoundTimers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One ledger in a database of its own. */
public final class StackLedger implements AutoCloseable, ReadModels, Checks {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Actor REGISTRAR = Actor.registrar("test");

  private final TestPostgres.Database database;
  private final HikariDataSource dataSource;
  private final PgEventStorageEngine engine;
  private final Projections projections;
  private final Reads reads;
  private final CheckLog checkLog;
  private final CommandSide side;
  private final AtomicInteger passages = new AtomicInteger();

  /** A ledger with all features, and further verbs of a test. */
  public StackLedger(Feature... further) {
    database = TestPostgres.ledger();
    Projections.install(database.owner());
    CheckLog.install(database.owner());
    TestPostgres.execute(
        database.owner(),
        "grant select, insert, update on authority_check to " + EventStoreSchema.APP_ROLE);
    timers(database);
    dataSource = database.pool(40);
    engine =
        new PgEventStorageEngine(
            dataSource,
            new LedgerFacts(),
            EventEvolution.none(),
            EventStoreConfig.of("urn:korf:test"));
    projections =
        new Projections(
            dataSource, engine.factLog(), engine.headSignal(), ProjectionsConfig.DEFAULT);
    projections.start();
    reads = new Reads(dataSource, projections::schema);
    checkLog = new CheckLog(dataSource);
    side = new CommandSide(engine, features(further), Clock.systemUTC());
  }

  /** The table of timers, by the script that makes it at the first start. */
  private static void timers(TestPostgres.Database database) {
    TestPostgres.execute(
        database.owner(),
        "create schema service; grant usage on schema service to " + EventStoreSchema.APP_ROLE);
    try (InputStream script =
        StackLedger.class.getResourceAsStream("/nl/korf/service/migrations/V2__timers.sql")) {
      TestPostgres.execute(
          database.owner(),
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Timers of one more node over this ledger, at rest. */
  public RoundTimers timers(Clock clock, RoundTimers.Pace pace) {
    RoundsView rounds = new RoundsView(reads);
    OpenRounds projected =
        new OpenRounds() {
          @Override
          public long position() {
            return projections.position();
          }

          @Override
          public Map<RoundId, Instant> asOf(long position) {
            return rounds.open(position);
          }
        };
    return new RoundTimers(
        dataSource, engine.factLog(), engine.headSignal(), projected, side.commands(), clock, pace);
  }

  /** Notices of this ledger, told from now on. */
  public TellingLab telling(RecipientRules rules, List<? extends Courier> couriers) {
    return new TellingLab(
        database, dataSource, engine.factLog(), projections, reads, rules, couriers);
  }

  /** Notices told by one more node. */
  public NoticeFollower anotherTeller(RecipientRules rules) {
    return new NoticeFollower(
        dataSource, engine.factLog(), projections, reads, rules, List.of(), Clock.systemUTC());
  }

  /** The database in the application's role. */
  public JdbcClient database() {
    return JdbcClient.create(dataSource);
  }

  private List<Feature> features(Feature... further) {
    List<Feature> features = new ArrayList<>();
    features.add(new PeopleFeature());
    features.add(new BodiesFeature());
    features.add(new RolesFeature());
    features.add(new GroupsFeature());
    features.add(new PowersFeature());
    features.add(new MandatesFeature(Awb.RULES));
    features.add(new InitiativesFeature());
    features.add(new DecisionsFeature(competence()));
    features.add(new RoundsFeature(competence(), DecisionSettings.DEFAULT));
    features.add(new DirectivesFeature(competence(), this, DirectiveSettings.DEFAULT));
    features.add(new ProgrammesFeature());
    features.addAll(List.of(further));
    return features;
  }

  /** The gate of decisions over this ledger; counts how often it is passed. */
  public Competence competence() {
    return new Competence(this, this);
  }

  public Receipt send(Command command) {
    return send(REGISTRAR, command);
  }

  public Receipt send(PersonId person, Command command) {
    return send(Actor.of(person), command);
  }

  public Receipt send(Actor actor, Command command) {
    return side.commands().send(command, actor, UUID.randomUUID());
  }

  /** Waits until the read models show everything. */
  public void settle() {
    await(engine.freshHead());
  }

  /** All facts. */
  public List<RecordedFact> facts() {
    List<RecordedFact> facts = new ArrayList<>();
    engine.factLog().scan(0, engine.freshHead(), stored -> facts.add(LedgerFacts.recorded(stored)));
    return facts;
  }

  /** How often the gate of a decision was passed, retries included. */
  public int passages() {
    return passages.get();
  }

  public CheckLog checkLog() {
    return checkLog;
  }

  @Override
  public Knowledge asOf(long position, Instant on) {
    return new ReadModelKnowledge(reads, new AsOf(position, on));
  }

  @Override
  public long position() {
    return projections.position();
  }

  @Override
  public boolean await(long position) {
    try {
      return projections.awaitPosition(position, PATIENCE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void record(RecordedCheck check) {
    passages.incrementAndGet();
    checkLog.record(check);
  }

  @Override
  public java.util.Optional<RecordedCheck> find(UUID id) {
    return checkLog.find(id);
  }

  @Override
  public void close() {
    side.close();
    projections.close();
    engine.close();
    dataSource.close();
  }
}
