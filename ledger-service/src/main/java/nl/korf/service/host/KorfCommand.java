package nl.korf.service.host;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: {@code start}, {@code demo} and whatever else the application adds. */
@Command(
    name = "korf",
    mixinStandardHelpOptions = true,
    versionProvider = KorfCommand.Version.class,
    description = "Korf, a decision ledger.")
public final class KorfCommand implements Runnable {

  /** The command was not understood. */
  static final int USAGE = 2;

  private static final int CAUSES_MAX = 16;

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * The commands every installation has.
   *
   * @param application the Spring application class
   */
  public static CommandLine commandLine(Class<?> application) {
    CommandLine line = new CommandLine(new KorfCommand());
    line.addSubcommand(new StartCommand(application));
    line.addSubcommand(new DemoCommand(application));
    line.setExecutionExceptionHandler((failure, command, _) -> {
      if (failure instanceof CannotStart refused) {
        command.getErr().println("korf: " + refused.getMessage());
        return 1;
      }
      if (wrapsCannotStart(failure)) {
        return 1; // the application has said why
      }
      throw failure;
    });
    return line;
  }

  private static boolean wrapsCannotStart(Throwable failure) {
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      if (cause instanceof CannotStart) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    spec.commandLine().usage(out);
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = KorfCommand.class.getPackage().getImplementationVersion();
      return new String[] {"korf " + (version == null ? "(not packaged)" : version)};
    }
  }
}
