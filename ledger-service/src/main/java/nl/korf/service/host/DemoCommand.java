package nl.korf.service.host;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code korf demo}: an example ledger, for this machine only. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Starts an invented example ledger, reachable from this machine only.")
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      description = "port to answer on (default ${DEFAULT-VALUE})",
      defaultValue = "${env:KORF_PORT:-8080}")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of the ledger (default ${DEFAULT-VALUE})",
      defaultValue = "korf-demo-data")
  private Path data = Path.of("korf-demo-data");

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Class<?> application;

  DemoCommand(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    new Serving(application, spec.commandLine().getOut())
        .start(data, true, port, "127.0.0.1", null);
    return 0;
  }
}
