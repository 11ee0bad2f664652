package nl.korf.service.host;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A ledger running in this process: its folder, its database and the application on top, closed in
 * the opposite order.
 */
public final class HostedLedger implements AutoCloseable {

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final DataFolder folder;
  private final ConfigurableApplicationContext application;

  /**
   * Opens the folder, starts the database and the application.
   *
   * @param application the Spring application class
   * @param external a database of the operator's own, or null for the embedded one
   * @param settings further properties of the application
   * @throws CannotStart when any of it is not possible; nothing stays open then
   */
  public HostedLedger(
      Class<?> application,
      DataFolder folder,
      @Nullable Database external,
      WebApplicationType web,
      Map<String, Object> settings) {
    this.folder = folder;
    opened.push(folder);
    // silent until the application has its log file
    LoggingSystem.get(HostedLedger.class.getClassLoader()).beforeInitialize();
    try {
      Database database = external == null ? embedded(folder) : external;
      Durability.require(database);
      this.application = run(application, web, properties(folder, database, settings));
    } catch (RuntimeException failure) {
      closeAfter(failure);
      throw failure;
    }
  }

  public ConfigurableApplicationContext application() {
    return application;
  }

  public DataFolder folder() {
    return folder;
  }

  private Database embedded(DataFolder in) {
    EmbeddedDatabase started = EmbeddedDatabase.start(in);
    opened.push(started);
    return started.database();
  }

  private ConfigurableApplicationContext run(
      Class<?> type, WebApplicationType web, Map<String, Object> properties) {
    SpringApplication.getShutdownHandlers().add(this::closeDatabase);
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(type).web(web).properties(properties).run();
    opened.push(context);
    return context;
  }

  private static Map<String, Object> properties(
      DataFolder folder, Database database, Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>(settings);
    properties.put("korf.database.url", database.url());
    properties.put("korf.database.user", database.user());
    properties.put("korf.database.password", database.password());
    properties.put("korf.example", folder.example());
    if (folder.example()) {
      properties.putIfAbsent("korf.reading", "open");
    }
    audit(folder, properties);
    properties.putIfAbsent("logging.file.name", folder.path().resolve("korf.log").toString());
    properties.putIfAbsent("logging.threshold.console", "WARN");
    properties.putIfAbsent("spring.main.banner-mode", "off");
    return properties;
  }

  /**
   * Where what is signed lies. A ledger's key is beside its folder, so that a copy of the folder
   * cannot sign; an example keeps everything in its folder, to be thrown away with it.
   */
  private static void audit(DataFolder folder, Map<String, Object> properties) {
    Path path = folder.path();
    properties.putIfAbsent("korf.audit.folder", path.resolve("audit").toString());
    if (folder.example()) {
      properties.putIfAbsent("korf.audit.default-key-file", path.resolve("audit-key").toString());
      properties.putIfAbsent("korf.audit.guard-folder", path.resolve("audit-guard").toString());
    } else {
      Path beside = path.resolveSibling(path.getFileName() + ".audit-key");
      properties.putIfAbsent("korf.audit.default-key-file", beside.toString());
    }
  }

  private void closeAfter(RuntimeException failure) {
    try {
      close();
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }

  /** Runs when the JVM ends, after Spring has closed the application. */
  private void closeDatabase() {
    close();
  }

  @Override
  public synchronized void close() {
    RuntimeException first = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception failure) {
        first = first == null ? new IllegalStateException("Cannot close the ledger") : first;
        first.addSuppressed(failure);
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
