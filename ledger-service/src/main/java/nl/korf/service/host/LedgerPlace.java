package nl.korf.service.host;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Option;

/** Where a ledger is that a command works on: its folder, and a database of the operator's own. */
public final class LedgerPlace {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "folder of the ledger, which must not be running")
  private Path data = Path.of("korf-data");

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "jdbc:postgresql://…, where the ledger has a PostgreSQL of your own",
      defaultValue = "${env:KORF_DATABASE_URL}")
  private @Nullable String databaseUrl;

  @Option(
      names = "--database-user",
      description = "who owns that database",
      defaultValue = "${env:KORF_DATABASE_USER:-korf}")
  private String databaseUser = "korf";

  // only from the environment: a command line can be read by everybody on the machine
  @Option(
      names = "--database-password",
      hidden = true,
      defaultValue = "${env:KORF_DATABASE_PASSWORD:-}")
  private String databasePassword = "";

  public Path data() {
    return data;
  }

  /**
   * Opens the ledger for as long as a command takes.
   *
   * @throws CannotStart when there is none, or it is in use
   */
  public HostedLedger open(
      Class<?> application, WebApplicationType web, Map<String, Object> settings) {
    DataFolder folder = DataFolder.open(data, DataFolder.holdsExample(data));
    return new HostedLedger(application, folder, external(), web, settings);
  }

  private @Nullable Database external() {
    return databaseUrl == null || databaseUrl.isBlank()
        ? null
        : new Database(databaseUrl, databaseUser, databasePassword);
  }
}
