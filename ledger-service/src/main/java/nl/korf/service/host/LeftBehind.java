package nl.korf.service.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server that goes on without the process that started it, because that was killed. It
 * is asked to stop; its data is then opened anew, as after any stop.
 */
final class LeftBehind {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  private LeftBehind() {}

  /**
   * Stops the server whose data folder this is, if one runs, and clears away the pid file of one
   * that does not.
   *
   * @throws CannotStart when it does not stop
   */
  static void stop(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> server = server(pidFile, data);
    if (server.isPresent()) {
      end(server.get(), data);
    }
    Files.deleteIfExists(pidFile);
  }

  /** The process of the pid file, if it lives and is PostgreSQL on this very folder. */
  private static Optional<ProcessHandle> server(Path pidFile, Path data) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !lines.getFirst().strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    boolean sameFolder = Path.of(lines.get(1).strip()).equals(data);
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> sameFolder && isPostgres(process));
  }

  private static boolean isPostgres(ProcessHandle process) {
    // where the system does not tell the command, a wrong guess must not end somebody's process
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }

  private static void end(ProcessHandle server, Path data) throws IOException {
    // INT is PostgreSQL's fast shutdown; TERM would wait for clients that may never leave
    signal(server, "INT");
    if (!ended(server)) {
      signal(server, "QUIT");
      if (!ended(server)) {
        throw new CannotStart(
            "A PostgreSQL (process %d) left behind in %s does not stop: end it and try again."
                .formatted(server.pid(), data));
      }
    }
  }

  private static void signal(ProcessHandle server, String name) throws IOException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid())).start();
  }

  private static boolean ended(ProcessHandle server) {
    try {
      server.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException failure) {
      throw new CannotStart("Cannot wait for process " + server.pid(), failure);
    }
  }
}
