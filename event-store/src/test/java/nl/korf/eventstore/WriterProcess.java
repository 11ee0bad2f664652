package nl.korf.eventstore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.korf.eventstore.AckOracle.Range;

/** A {@link FactWriter} in a JVM of its own, whose words go to an oracle. */
final class WriterProcess implements AutoCloseable {

  /** How long a writer may take to come to rest: it may have to find out what became of a batch. */
  private static final Duration REST_WITHIN = Duration.ofSeconds(90);

  private final Process process;
  private final AckOracle oracle;
  private final Path errors;
  private final Thread listener;
  private volatile CountDownLatch atRest = new CountDownLatch(1);

  /** What it says on standard error goes to the file {@code errors}. */
  WriterProcess(List<String> command, Path errors, AckOracle oracle) {
    this.oracle = oracle;
    this.errors = errors;
    try {
      this.process =
          new ProcessBuilder(command).redirectError(Redirect.appendTo(errors.toFile())).start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    this.listener = Thread.ofVirtual().start(this::listen);
  }

  /** SIGKILL. When this returns, everything it had said was heard. */
  void kill() {
    // Process.destroyForcibly would close our end of its output, with what was not read yet
    process.toHandle().destroyForcibly();
    try {
      process.waitFor();
      listener.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets it finish what it has begun and begin no more. */
  void pause() {
    CountDownLatch rest = new CountDownLatch(1);
    atRest = rest;
    say("pause");
    try {
      if (!rest.await(REST_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The writer does not come to rest: " + errors());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void resume() {
    say("go");
  }

  /** Throws when it has ended by itself, with what it said. */
  void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException("The writer ended by itself: " + errors());
    }
  }

  /** Kills it. */
  @Override
  public void close() {
    kill();
  }

  private String errors() {
    try {
      String said = Files.readString(errors);
      return said.substring(Math.max(0, said.length() - 2_000));
    } catch (IOException unreadable) {
      return errors + " cannot be read";
    }
  }

  private void say(String word) {
    try {
      Writer in = process.outputWriter(StandardCharsets.UTF_8);
      in.write(word + "\n");
      in.flush();
    } catch (IOException ended) {
      throw new IllegalStateException("The writer hears nothing: " + errors(), ended);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line.split(" "));
      }
    } catch (IOException | IllegalArgumentException cutShort) {
      // the writer was killed in the middle of a line
    }
  }

  private void hear(String[] words) {
    switch (words[0] + words.length) {
      case "TRY2" -> oracle.tried(UUID.fromString(words[1]));
      case "ACK4" ->
          oracle.acknowledged(
              UUID.fromString(words[1]),
              new Range(Long.parseLong(words[2]), Long.parseLong(words[3])));
      case "NO3" -> oracle.refused(UUID.fromString(words[1]), words[2]);
      case "REST1" -> atRest.countDown();
      default -> {
        // its log shares the output
      }
    }
  }
}
