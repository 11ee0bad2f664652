package nl.korf.service;

import nl.korf.service.host.KorfCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application, and its command line. */
@SpringBootApplication(proxyBeanMethods = false)
public class Korf {

  public static void main(String[] arguments) {
    int status = KorfCommand.commandLine(Korf.class).execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
    // a ledger that serves keeps the JVM alive until it is asked to stop
  }
}
