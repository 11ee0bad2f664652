package nl.korf.service.imports;

import java.io.Console;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.FactLog;
import nl.korf.service.host.DataFolder;
import nl.korf.service.host.HostedLedger;
import nl.korf.service.identity.Directory;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code korf import}: takes a folder of CSV files into a ledger. Ends with 0 when all is recorded,
 * 1 when something is wrong with the folder or was refused, 2 when it was not understood.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Takes history from a folder of CSV files into a ledger.")
public final class ImportCommand implements Callable<Integer> {

  private static final int USAGE = 2;

  /** From how long on a wait for a busy ledger is told. */
  private static final Duration TOLD_FROM = Duration.ofSeconds(5);

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @Parameters(index = "0", paramLabel = "DIR", description = "folder of CSV files")
  private Path folder = Path.of(".");

  @Option(names = "--data", paramLabel = "DIR", description = "folder of a ledger on this machine")
  private @Nullable Path data;

  @Option(names = "--url", paramLabel = "URL", description = "address of a running ledger")
  private @Nullable URI url;

  @Option(
      names = "--token",
      description = "a registrar's token for it (or KORF_TOKEN in the environment)",
      defaultValue = "${env:KORF_TOKEN}")
  private @Nullable String token;

  @Option(names = "--mapping", paramLabel = "FILE", description = "what the columns mean")
  private @Nullable Path mapping;

  @Option(names = "--dry-run", description = "check and plan, record nothing")
  private boolean dryRun;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Class<?> application;

  /**
   * The command.
   *
   * @param application the Spring application class
   */
  public ImportCommand(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(folder)) {
      err.println("korf: %s is no folder".formatted(folder));
      return USAGE;
    }
    if ((data == null) == (url == null) && !(dryRun && data == null)) {
      err.println("korf: say where to: --data DIR for a ledger here, or --url URL --token TOKEN");
      return USAGE;
    }
    if (url != null && (token == null || token.isBlank())) {
      err.println("korf: --url needs --token, a registrar's");
      return USAGE;
    }
    try {
      return run();
    } catch (ImportFailed failed) {
      err.println("korf: " + failed.getMessage());
      return 1;
    }
  }

  private int run() {
    if (url != null) {
      PatientClient client = new PatientClient(this::rest, Clock.systemUTC());
      try (ImportSink sink = new HttpSink(url, String.valueOf(token), client)) {
        return run(sink);
      }
    }
    if (data == null) {
      return run(null);
    }
    DataFolder ledger = DataFolder.open(data, false);
    try (HostedLedger hosted =
            new HostedLedger(application, ledger, null, WebApplicationType.NONE, Map.of());
        ImportSink sink = sink(hosted.application())) {
      return run(sink);
    }
  }

  /** Says so where it takes long, so that nobody takes a wait for the end. */
  private void rest(Duration time, String reason) throws InterruptedException {
    if (time.compareTo(TOLD_FROM) >= 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("korf: %s; trying again in %d s".formatted(reason, time.toSeconds()));
      err.flush();
    }
    boolean _ = NEVER.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static ImportSink sink(ConfigurableApplicationContext context) {
    return new LocalSink(
        context.getBean(EventStoreConfig.class).ledgerId(),
        context.getBean(Commands.class),
        context.getBean(FactLog.class),
        new DirectoryPeople(context.getBean(Directory.class)),
        Actor.registrar("import"));
  }

  private int run(@Nullable ImportSink sink) {
    PrintWriter out = spec.commandLine().getOut();
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    Progress progress = new ProgressLine(out, terminal);
    ImportReport report = new ImportRun(folder, mapping, sink, progress).run(dryRun);
    report.lines().forEach(out::println);
    if (!report.problems().isEmpty()) {
      Path full = Path.of("korf-import-problems.txt");
      report.writeProblems(full);
      out.println("all of them, one a line: " + full.toAbsolutePath());
    }
    out.flush();
    return report.exitCode();
  }
}
