package nl.korf.service.audit;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code korf audit-key}: shows the keys a ledger signs with, or lets it sign with a new one. */
@Command(
    name = "audit-key",
    mixinStandardHelpOptions = true,
    description = "Shows the keys checkpoints are signed with, or makes a new one.")
public final class AuditKeyCommand implements Callable<Integer> {

  private static final int USAGE = 2;

  @Parameters(index = "0", paramLabel = "show|rotate", description = "what to do")
  private String what = "show";

  @Mixin private LedgerPlace place = new LedgerPlace();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Class<?> application;

  /**
   * The command.
   *
   * @param application the Spring application class
   */
  public AuditKeyCommand(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (!List.of("show", "rotate").contains(what)) {
      spec.commandLine().getErr().println("korf: audit-key shows or rotates, not '" + what + "'");
      return USAGE;
    }
    // without the role: a missing key must not stand in the way of a new one
    Map<String, Object> settings = Map.of("korf.roles", "commands");
    try (HostedLedger hosted = place.open(application, WebApplicationType.NONE, settings)) {
      ConfigurableApplicationContext context = hosted.application();
      if (what.equals("rotate")) {
        rotate(context, out);
      }
      JdbcClient database = JdbcClient.create(context.getBean(DataSource.class));
      out.println("verifier keys, the present one last:");
      Keys.all(database).forEach(key -> out.println("  " + key));
      out.flush();
      return 0;
    }
  }

  private static void rotate(ConfigurableApplicationContext context, PrintWriter out) {
    KeyChoice choice = context.getBean(KeyChoice.class);
    SigningKey made = choice.rotate(context.getBean(Clock.class).instant());
    @Nullable KeyFile file = choice.file();
    out.println(
        file == null
            ? "put this into KORF_AUDIT_KEY, and nowhere else: " + made.secret()
            : "the new key is in " + file);
  }
}
