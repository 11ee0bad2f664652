package nl.korf.service.host;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.korf.service.host.NodeRoles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** A ledger that answers over HTTP until the process is asked to stop. */
final class Serving {

  private static final int PORT_MAX = 65_535;

  private final Class<?> application;
  private final PrintWriter out;

  Serving(Class<?> application, PrintWriter out) {
    this.application = application;
    this.out = out;
  }

  /** Starts it and says where it answers; the JVM stays until Ctrl-C or TERM. */
  void start(Path data, boolean example, int port, String address, @Nullable Database external) {
    requirePort(port);
    NodeRoles roles = NodeRoles.of(environment());
    say("opening " + data.toAbsolutePath().normalize());
    DataFolder folder = DataFolder.open(data, example);
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", port);
    settings.put("server.address", address);
    settings.put("spring.main.keep-alive", true);
    say(external == null ? "starting the embedded database" : "connecting to " + external.url());
    try {
      HostedLedger ledger =
          new HostedLedger(application, folder, external, WebApplicationType.SERVLET, settings);
      ready(ledger, address, roles);
    } catch (PortInUseException taken) {
      throw new CannotStart(
          "Port %d is in use. Choose another with --port, or 0 for any that is free."
              .formatted(port),
          taken);
    }
  }

  private void ready(HostedLedger ledger, String address, NodeRoles roles) {
    ConfigurableApplicationContext context = ledger.application();
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    boolean everywhere = address.equals("0.0.0.0");
    String at = "http://%s:%s/".formatted(everywhere ? "localhost" : address, port);
    ledger.folder().answersAt(at);
    context.getBeansOfType(StartNotice.class).values().stream()
        .flatMap(notice -> notice.lines().stream())
        .forEach(this::say);
    if (!roles.all()) {
      say("roles of this process: " + roles);
    }
    String answers = roles.has(Role.WEB) ? at : at + "actuator/health";
    say("ready: " + answers + "   (Ctrl-C stops it)");
  }

  /** What is set outside of the application, to refuse it before anything is opened. */
  private static StandardEnvironment environment() {
    StandardEnvironment environment = new StandardEnvironment();
    ConfigurationPropertySources.attach(environment);
    return environment;
  }

  private static void requirePort(int port) {
    if (port < 0 || port > PORT_MAX) {
      throw new CannotStart(
          "%d is no port: choose one from 1 to %d, or 0 for any that is free."
              .formatted(port, PORT_MAX));
    }
  }

  private void say(String line) {
    out.println("korf: " + line);
    out.flush();
  }
}
