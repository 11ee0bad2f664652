package nl.korf.service.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.BodyId;
import nl.korf.model.LocalizedText;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.service.bodies.RegisterBody;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import nl.korf.service.testing.TestApplication;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger that signs, with folder, key and guard of its own, which can be started again. */
final class AuditLab implements AutoCloseable {

  private final TestPostgres.Database database;
  private final Path place;
  private final List<String> settings;
  private TestApplication application;

  AuditLab(String... settings) {
    this(TestPostgres.emptyDatabase(), place(), settings);
  }

  /** On this database, with what lies at this place. */
  AuditLab(TestPostgres.Database database, Path place, String... settings) {
    this.database = database;
    this.place = place;
    this.settings = new ArrayList<>(Arrays.asList(settings));
    byDefault("korf.audit.folder=" + place.resolve("data/audit"));
    byDefault("korf.audit.default-key-file=" + place.resolve("key"));
    byDefault("korf.audit.guard-folder=" + place.resolve("guard"));
    this.application = start();
  }

  private void byDefault(String setting) {
    String name = setting.substring(0, setting.indexOf('=') + 1);
    if (settings.stream().noneMatch(given -> given.startsWith(name))) {
      settings.add(setting);
    }
  }

  static Path place() {
    try {
      return Files.createTempDirectory("korf-audit");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  TestPostgres.Database database() {
    return database;
  }

  /** The database as its owner sees it. */
  JdbcClient owner() {
    return JdbcClient.create(database.owner());
  }

  /** A file below the place. */
  Path file(String path) {
    return place.resolve(path);
  }

  TestApplication application() {
    return application;
  }

  private TestApplication start() {
    return TestApplication.start(database, settings.toArray(String[]::new));
  }

  void stop() {
    application.close();
  }

  void startAgain() {
    application = start();
  }

  /** One more process on the same database. */
  TestApplication another() {
    return start();
  }

  /** Records a fact; its position. */
  long record(String id) {
    return record(application, id);
  }

  private static long record(TestApplication application, String id) {
    RegisterBody body =
        new RegisterBody(
            new BodyId("b-" + id),
            LocalizedText.nl("Gemeente"),
            new RegisterNumber(Register.KVK, "12345678"),
            "municipality",
            null,
            null);
    return application
        .part(Commands.class)
        .send(body, Actor.registrar("test"), UUID.randomUUID())
        .lastPosition();
  }

  /** Records so many facts; the position of the last. */
  long record(String name, int count) {
    long last = 0;
    for (int i = 0; i < count; i++) {
      last = record(name + "-" + i);
    }
    return last;
  }

  /** Waits until a checkpoint of at least this size is published. */
  Checkpoints.Published signed(long size) {
    patiently().until(() -> checkpoints().size() >= size);
    return checkpoints().latest().orElseThrow();
  }

  Checkpoints checkpoints() {
    return new Checkpoints(owner());
  }

  Progress progress() {
    return Progress.read(owner());
  }

  String health() {
    return application.part(AuditHealth.class).health().getStatus().getCode();
  }

  /** Waits until a difference was found. */
  Difference stopped() {
    patiently().until(() -> progress().difference() != null);
    return Objects.requireNonNull(progress().difference());
  }

  /** Changes stored rows as nobody may, with the fences taken down. */
  void tamper(String sql) {
    database.execute("set session_replication_role = replica; " + sql);
  }

  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50));
  }

  @Override
  public void close() {
    application.close();
  }
}
