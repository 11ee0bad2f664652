package nl.korf.service;

import nl.korf.service.audit.AuditGuardCommand;
import nl.korf.service.audit.AuditKeyCommand;
import nl.korf.service.audit.ExportCommand;
import nl.korf.service.host.KorfCommand;
import nl.korf.service.imports.ImportCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;

/** The application, and its command line. */
@SpringBootApplication(proxyBeanMethods = false)
public class Korf {

  public static void main(String[] arguments) {
    CommandLine line = KorfCommand.commandLine(Korf.class);
    line.addSubcommand(new ImportCommand(Korf.class));
    line.addSubcommand(new ExportCommand(Korf.class));
    line.addSubcommand(new AuditKeyCommand(Korf.class));
    line.addSubcommand(new AuditGuardCommand(Korf.class));
    int status = line.execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
    // a ledger that serves keeps the JVM alive until it is asked to stop
  }
}
