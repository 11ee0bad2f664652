package nl.korf.service.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.korf.eventstore.FactLog;
import nl.korf.service.host.HostedLedger;
import nl.korf.service.host.LedgerPlace;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code korf export}: everything a verifier needs, into a new folder. Ends with 0 when it is
 * written, 1 when nothing was signed, 2 when it was not understood.
 */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes everything a verifier needs into a new folder.")
public final class ExportCommand implements Callable<Integer> {

  private static final int USAGE = 2;

  /** How long it waits for a checkpoint over everything. */
  private static final Duration SIGNED_MAX = Duration.ofSeconds(60);

  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final long LOOK_EVERY_MILLIS = 200;

  @Parameters(index = "0", paramLabel = "DIR", description = "the new folder")
  private Path folder = Path.of(".");

  @Mixin private LedgerPlace place = new LedgerPlace();

  @Option(names = "--without-personal", description = "leave personal parts out")
  private boolean withoutPersonal;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Class<?> application;

  /**
   * The command.
   *
   * @param application the Spring application class
   */
  public ExportCommand(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    if (Files.exists(folder) && !isEmpty(folder)) {
      err.println("korf: %s is there already: name a new folder".formatted(folder));
      return USAGE;
    }
    try (HostedLedger hosted = place.open(application, WebApplicationType.NONE, Map.of())) {
      ConfigurableApplicationContext context = hosted.application();
      Export export = context.getBean(Export.class);
      ProofStore proofs = context.getBean(ProofStore.class);
      awaitSigned(proofs, context.getBean(FactLog.class).head());
      if (proofs.checkpoints().latest().isEmpty()) {
        err.println("korf: nothing of this ledger was signed yet; its log says why");
        return 1;
      }
      long facts = export.write(export.ready(), !withoutPersonal, this::file);
      spec.commandLine()
          .getOut()
          .println("%d facts, with their proof, in %s".formatted(facts, folder.toAbsolutePath()));
      spec.commandLine().getOut().flush();
      return 0;
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Until everything there is was signed, or too much time has passed. */
  private static void awaitSigned(ProofStore proofs, long head) throws InterruptedException {
    long until = System.nanoTime() + SIGNED_MAX.toNanos();
    while (proofs.checkpoints().size() < head
        && Progress.read(proofs.database()).difference() == null
        && System.nanoTime() < until) {
      boolean _ = NEVER.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private OutputStream file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolve("..").normalize());
    return Files.newOutputStream(file);
  }
}
