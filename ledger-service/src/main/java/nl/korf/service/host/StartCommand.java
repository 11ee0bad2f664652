package nl.korf.service.host;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code korf start}: a ledger of one's own. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Starts your own ledger and stays until Ctrl-C.")
final class StartCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      description = "port to answer on (default ${DEFAULT-VALUE})",
      defaultValue = "${env:KORF_PORT:-8080}")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of the ledger (default ${DEFAULT-VALUE})",
      defaultValue = "korf-data")
  private Path data = Path.of("korf-data");

  @Option(
      names = "--address",
      description = "network address to answer on (default: this machine only)",
      defaultValue = "${env:KORF_ADDRESS:-127.0.0.1}")
  private String address = "127.0.0.1";

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "jdbc:postgresql://…, a PostgreSQL of your own (15 or newer)",
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

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Class<?> application;

  StartCommand(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    new Serving(application, spec.commandLine().getOut())
        .start(data, false, port, address, external());
    return 0;
  }

  private @Nullable Database external() {
    if (databaseUrl == null || databaseUrl.isBlank()) {
      return null;
    }
    if (!databaseUrl.startsWith("jdbc:postgresql:")) {
      throw new CannotStart(
          "'%s' names no PostgreSQL: write jdbc:postgresql://HOST:PORT/DATABASE."
              .formatted(databaseUrl));
    }
    return new Database(databaseUrl, databaseUser, databasePassword);
  }
}
