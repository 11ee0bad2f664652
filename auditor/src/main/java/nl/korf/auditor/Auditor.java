package nl.korf.auditor;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.korf.auditor.checks.Findings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The auditor's tool. Ends with 0: proven, 1: disproved, 2: could not be checked. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = Auditor.Version.class,
    description =
        "Proves an exported ledger, or shows where it is not what it says. Needs "
            + "neither the ledger, nor a database, nor a network.",
    footer = {
      "",
      "Ends with 0: proven; 1: disproved, with the place; 2: could not be checked, with all"
          + " that stands in the way. docs/auditing.md says what each result means, and what not."
    },
    subcommands = {
      VerifyCommand.class,
      ProveCommand.class,
      CheckCommand.class,
      ConsistencyCommand.class,
      ReplayCommand.class,
      CompetenceCommand.class,
      CompareCommand.class,
      TimeCommand.class
    })
public final class Auditor implements Runnable {

  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  /** What {@code --version} prints. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Auditor.class.getPackage().getImplementationVersion();
      return new String[] {"Korf auditor " + (version == null ? "" : version)};
    }
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /**
   * Runs one command and writes where it is told.
   *
   * @return 0 proven, 1 disproved, 2 could not be checked
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return line(out, err).execute(arguments);
  }

  /** The command line, writing where it is told. */
  static CommandLine line(PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Auditor());
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    line.setUsageHelpWidth(100);
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler((e, command, _) -> {
      // Nobody who audits is helped by a stack trace; the sentence says that it is not theirs.
      Findings findings = new Findings();
      findings.unchecked(null, null, "the auditor's tool failed: " + e);
      return new Answer(command.getCommandName(), findings, Map.of(), List.of())
          .print(command.getOut(), false);
    });
    return line;
  }
}
