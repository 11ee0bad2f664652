package nl.korf.service.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a run of a script left: its exit code and what it wrote.
 *
 * @param out standard output
 * @param err standard error
 */
record ScriptRun(int code, String out, String err) {

  /** Longest run of a script in a test, in seconds; none of them builds anything. */
  private static final int SECONDS_MAX = 60;

  /** Runs a command in a folder with exactly this environment. */
  static ScriptRun of(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("korf-script", ".out");
      Path err = Files.createTempFile("korf-script", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("%s did not end".formatted(command));
      }
      ScriptRun run =
          new ScriptRun(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes a file that can be run. */
  static void writeProgram(Path file, String text) {
    write(file, text);
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An environment with a search path and nothing else. */
  static Map<String, String> environment(String path, String... more) {
    Map<String, String> environment = new HashMap<>(Map.of("PATH", path));
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return environment;
  }
}
