package nl.korf.service.imports;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import nl.korf.eventstore.EventEvolution;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.LedgerIdentity;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.PersonId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.invariants.Awb;
import nl.korf.model.notices.RecipientRules;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.Projections;
import nl.korf.projections.ProjectionsConfig;
import nl.korf.projections.Reads;
import nl.korf.projections.RebuildReport;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.CommandSide;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.notices.TellingLab;

/** A ledger on a real PostgreSQL, and imports into it. */
final class ImportLab implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static final Actor REGISTRAR = Actor.registrar("import-test");

  private final TestPostgres.Database database = TestPostgres.ledger();
  private final HikariDataSource pool = database.pool(48);
  private final String ledger = LedgerIdentity.read(database.owner()).orElseThrow().id().toString();
  private final PgEventStorageEngine engine =
      new PgEventStorageEngine(
          pool, new LedgerFacts(), EventEvolution.none(), EventStoreConfig.of(ledger));
  private final CommandSide commands =
      new CommandSide(engine, List.of(new ImportsFeature(Awb.RULES)), Clock.systemUTC());
  private final People people = new People();
  private final Projections projections;
  private final Reads reads;

  ImportLab() {
    Projections.install(database.owner());
    projections =
        new Projections(pool, engine.factLog(), engine.headSignal(), ProjectionsConfig.DEFAULT);
    projections.start();
    reads = new Reads(pool, projections::schema);
  }

  /** The views, once they show everything recorded. */
  Reads reads() {
    try {
      if (!projections.awaitPosition(head(), PATIENCE)) {
        throw new IllegalStateException("the read models do not follow: " + projections.status());
      }
      return reads;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  long head() {
    return engine.factLog().head();
  }

  /** Builds every read model anew; all must be the same as before. */
  Duration rebuild() {
    reads();
    long start = System.nanoTime();
    for (ReadModel model : ReadModel.values()) {
      RebuildReport report = projections.rebuild(model).join();
      if (!report.same()) {
        throw new IllegalStateException("rebuilt otherwise: " + report);
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  ImportSink sink() {
    return new LocalSink(ledger, commands.commands(), engine.factLog(), people, REGISTRAR);
  }

  PersonId person(String set, String sourceId) {
    return people.find(set, List.of(sourceId)).values().iterator().next();
  }

  /** Imports a folder whole. */
  ImportReport run(Path folder) {
    return run(folder, sink());
  }

  static ImportReport run(Path folder, ImportSink sink) {
    try (sink) {
      return new ImportRun(folder, null, sink, Progress.silent()).run(false);
    }
  }

  /** The database in the application's role. */
  DataSource dataSource() {
    return pool;
  }

  FactLog log() {
    return engine.factLog();
  }

  /** Notices of what was imported, and of what comes. */
  TellingLab telling(RecipientRules rules) {
    return new TellingLab(database, pool, log(), projections, reads, rules, List.of());
  }

  /** Every fact, in order. */
  List<RecordedFact> facts() {
    List<RecordedFact> facts = new ArrayList<>();
    engine
        .factLog()
        .scan(0, engine.factLog().head(), stored -> facts.add(LedgerFacts.recorded(stored)));
    return facts;
  }

  @Override
  public void close() {
    projections.close();
    commands.close();
    engine.close();
    pool.close();
  }

  /** A directory in memory. */
  static final class People implements SourcePeople {
    private final Map<String, PersonId> ids = new ConcurrentHashMap<>();

    @Override
    public Map<String, PersonId> find(String set, Collection<String> sourceIds) {
      Map<String, PersonId> found = new HashMap<>();
      for (String id : sourceIds) {
        PersonId person = ids.get(set + "/" + id);
        if (person != null) {
          found.put(id, person);
        }
      }
      return found;
    }

    @Override
    public Map<String, PersonId> findOrAdd(String set, Map<String, String> names) {
      names
          .keySet()
          .forEach(id ->
              ids.computeIfAbsent(
                  set + "/" + id, key -> new PersonId("p-" + java.util.UUID.randomUUID())));
      return find(set, names.keySet());
    }
  }
}
