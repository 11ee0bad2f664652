package nl.korf.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.korf.service.Korf;
import org.jspecify.annotations.Nullable;

/**
 * The application as {@code ./korf start} runs it, in a JVM of its own, on a database of the
 * measured server.
 */
final class KorfNode implements AutoCloseable {

  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final int STOP_SECONDS_MAX = 30;

  /** The first figure in use that {@code jcmd} tells is that of the whole heap. */
  private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");

  private final Process process;
  private final Said said;

  private KorfNode(Process process, Said said) {
    this.process = process;
    this.said = said;
  }

  /**
   * What a starting ledger says: where it answers, and before that the registrar's token, at its
   * first start only.
   *
   * @param lines all of it
   */
  record Said(String address, @Nullable String token, List<String> lines) {

    private static final String ADDRESS = "korf: ready: ";
    private static final String TOKEN = "korf: API token of the registrar, shown this once: ";

    /** From its lines; null until it is ready. */
    static @Nullable Said in(List<String> lines) {
      String address = after(ADDRESS, lines);
      return address == null ? null : new Said(address, after(TOKEN, lines), lines);
    }

    private static @Nullable String after(String start, List<String> lines) {
      return lines.stream()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()).split("\\s", 2)[0])
          .findFirst()
          .orElse(null);
    }
  }

  /** Starts it, and waits until it answers. */
  static KorfNode start(Server server, Server.Database database)
      throws IOException, InterruptedException {
    Path data = Files.createDirectories(server.folder().path().resolve("node"));
    Path errors = data.resolve("errors.log");
    List<String> command = ChildJvm.command(Korf.class.getName());
    command.addAll(List.of("start", "--port", "0", "--data", data.toString()));
    command.addAll(List.of("--database-url", database.plainUrl()));
    command.addAll(List.of("--database-user", Server.OWNER));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(Redirect.appendTo(errors.toFile()));
    builder.environment().put("KORF_DATABASE_PASSWORD", Server.OWNER);
    Process process = builder.start();
    Thread stop = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(stop);
    CompletableFuture<Said> ready = new CompletableFuture<>();
    Thread.startVirtualThread(() -> listen(process, ready));
    try {
      return new KorfNode(process, ready.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException failure) {
      process.destroyForcibly();
      throw new IOException("Korf did not start: " + Files.readString(errors), failure);
    }
  }

  /** Reads to the end, so that the node is never stopped by a full pipe. */
  private static void listen(Process process, CompletableFuture<Said> ready) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (!ready.isDone()) {
          lines.add(line);
          Said said = Said.in(List.copyOf(lines));
          if (said != null) {
            ready.complete(said);
          }
        }
      }
      ready.completeExceptionally(new IOException("it ended; it said " + lines));
    } catch (IOException closed) {
      ready.completeExceptionally(closed);
    }
  }

  /** Where it answers, without a slash at the end. */
  String address() {
    return said.address().replaceAll("/$", "");
  }

  /** The registrar's token; told at the first start of a ledger only. */
  String token() {
    return Objects.requireNonNull(said.token(), "this ledger was started before");
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** Bytes in use on its heap, after a collection. */
  double heap() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher used = HEAP_USED.matcher(jcmd("GC.heap_info"));
    if (!used.find()) {
      throw new IOException("jcmd tells no heap that is used");
    }
    return 1024.0 * Long.parseLong(used.group(1));
  }

  private String jcmd(String asked) throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process jcmd =
        new ProcessBuilder(tool, String.valueOf(process.pid()), asked)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException("jcmd failed: " + said);
    }
    return said;
  }

  /** What the kernel says of its memory. */
  ResidentSet residentSet() throws IOException {
    return ResidentSet.of(process.pid());
  }

  /** Lets it stop in order, and kills it where that takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopping) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
