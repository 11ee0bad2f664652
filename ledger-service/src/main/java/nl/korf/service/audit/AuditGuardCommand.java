package nl.korf.service.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import nl.korf.service.host.HostedLedger;
import nl.korf.service.host.LedgerPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code korf audit-guard}: shows what the fork guard knows, or lets a ledger go on from the state
 * its database is in although the guard has seen another. Whoever kept a later checkpoint can prove
 * that history was lost; so the reason is asked, kept and shown.
 */
@Command(
    name = "audit-guard",
    mixinStandardHelpOptions = true,
    description = "Shows the last signed checkpoint, or accepts that the database is behind it.")
public final class AuditGuardCommand implements Callable<Integer> {

  private static final int USAGE = 2;

  @Parameters(index = "0", paramLabel = "show|accept", description = "what to do")
  private String what = "show";

  @Option(names = "--reason", description = "why facts that were signed are no longer there")
  private @Nullable String reason;

  @Mixin private LedgerPlace place = new LedgerPlace();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Class<?> application;

  /**
   * The command.
   *
   * @param application the Spring application class
   */
  public AuditGuardCommand(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (!List.of("show", "accept").contains(what)) {
      err.println("korf: audit-guard shows or accepts, not '" + what + "'");
      return USAGE;
    }
    if (what.equals("accept") && (reason == null || reason.isBlank())) {
      err.println("korf: accepting needs --reason: it is kept and shown to whoever audits");
      return USAGE;
    }
    Map<String, Object> settings = Map.of("korf.roles", "commands");
    try (HostedLedger hosted = place.open(application, WebApplicationType.NONE, settings)) {
      ConfigurableApplicationContext context = hosted.application();
      ForkGuard guard = context.getBean(ForkGuard.class);
      PrintWriter out = spec.commandLine().getOut();
      if (what.equals("accept")) {
        accept(context, guard, String.valueOf(reason));
        out.println("the ledger goes on from the state it is in");
      } else {
        Optional<Note> last = guard.last();
        out.println("fork guard in " + guard.folder());
        out.println(last.map(Note::toString).orElse("it has seen no checkpoint of this ledger"));
      }
      out.flush();
      return 0;
    }
  }

  private static void accept(ConfigurableApplicationContext context, ForkGuard guard, String reason)
      throws IOException {
    JdbcClient database = JdbcClient.create(context.getBean(DataSource.class));
    Instant now = context.getBean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
    String suffix = "before-" + now.toString().replace(":", "");
    Optional<Note> last = guard.forget(suffix);
    Optional<Checkpoints.Published> published = new Checkpoints(database).latest();
    if (published.isPresent()) {
      guard.keep(published.get().own());
    }
    database
        .sql(
            "insert into audit.guard_acceptance (accepted_at, reason, size, note) values (?, ?, ?, ?)")
        .param(Progress.moment(now))
        .param(reason)
        .param(last.map(note -> Checkpoint.parse(note.text()).size()).orElse(0L))
        .param(last.map(Note::toString).orElse(""))
        .update();
    Progress.refuse(database, null);
    Path folder = context.getBean(AuditSettings.class).folder();
    if (folder != null && Files.isDirectory(folder)) {
      // its tiles may be of what is no longer there; they are written anew
      Files.move(
          folder,
          folder.resolveSibling(folder.getFileName() + "." + suffix),
          StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
