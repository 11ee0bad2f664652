package nl.korf.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator: the measure of what the database can take by single rows. */
final class Pgbench {

  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
  private static final int WAIT_SECONDS_EXTRA = 60;

  private final String program;

  private Pgbench(String program) {
    this.program = program;
  }

  /** Found by {@code ./korf bench}, which puts its path into the environment. */
  static Optional<Pgbench> find(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("KORF_PGBENCH")).map(Pgbench::new);
  }

  /** Transactions a second of a script by so many clients, each with a connection of its own. */
  double perSecond(Server.Database database, String script, int clients, Duration time)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("korf-bench", ".sql");
    try {
      Files.writeString(file, script);
      return run(database, file, clients, time);
    } finally {
      Files.delete(file);
    }
  }

  private double run(Server.Database database, Path file, int clients, Duration time)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            program,
            "-n",
            "-M",
            "prepared",
            "-c",
            String.valueOf(clients),
            "-j",
            "1",
            "-T",
            String.valueOf(time.toSeconds()),
            "-f",
            file.toString(),
            "-h",
            "localhost",
            "-p",
            String.valueOf(database.port()),
            "-U",
            "postgres",
            database.name());
    builder.environment().put("PGPASSWORD", "postgres");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(time.toSeconds() + WAIT_SECONDS_EXTRA, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("pgbench did not end: " + output);
    }
    Matcher tps = TPS.matcher(output);
    if (!tps.find()) {
      throw new IOException("pgbench told no tps: " + output);
    }
    return Double.parseDouble(tps.group(1));
  }
}
