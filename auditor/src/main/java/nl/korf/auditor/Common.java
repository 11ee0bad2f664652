package nl.korf.auditor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Findings;
import nl.korf.auditor.checks.Progress;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: its options, and how it ends. */
abstract class Common implements Callable<Integer> {

  private static final int FILE_BYTES_MAX = 64 << 20;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "the result for machines: one JSON object")
  private boolean json;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "a verifier key you have from elsewhere, of the ledger or of a witness, or a "
              + "file with one on each line; may be given again")
  private List<String> keys = new ArrayList<>();

  private boolean resultPrinted;
  private final Findings findings = new Findings();
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /** Does the work; what is wrong goes to {@link #findings}. */
  abstract void run() throws CannotCheck;

  @Override
  public final Integer call() {
    CommandSpec command = command();
    try {
      run();
    } catch (CannotCheck e) {
      e.problems().forEach(problem -> findings.unchecked(null, null, problem));
    }
    return new Answer(command.name(), findings, figures, notes)
        .print(
            resultPrinted ? command.commandLine().getErr() : command.commandLine().getOut(), json);
  }

  CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("a command outside of a command line");
    }
    return spec;
  }

  Findings findings() {
    return findings;
  }

  Map<String, Object> figures() {
    return figures;
  }

  void note(String text) {
    notes.add(text);
  }

  /** Prints what was asked for; what there is to say about it then goes to standard error. */
  void print(String result) {
    command().commandLine().getOut().print(result);
    command().commandLine().getOut().flush();
    resultPrinted = true;
  }

  /** Whether the result is for machines. */
  boolean json() {
    return json;
  }

  Progress progress(long facts) {
    return Bar.on(facts);
  }

  /** The keys that were given. */
  List<VerifierKey> keys() throws CannotCheck {
    List<VerifierKey> all = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String given : keys) {
      for (String text : texts(given)) {
        try {
          all.add(VerifierKey.parse(text));
        } catch (Malformed e) {
          problems.add("--key: " + e.problem());
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new CannotCheck(problems);
    }
    return all;
  }

  private static List<String> texts(String given) throws CannotCheck {
    try {
      if (readable(Path.of(given))) {
        return new String(file(given), java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
      }
    } catch (InvalidPathException e) {
      return List.of(given);
    }
    return List.of(given);
  }

  /** A whole file. */
  static byte[] file(String name) throws CannotCheck {
    try {
      Path path = Path.of(name);
      if (!readable(path)) {
        throw new CannotCheck("there is no file " + name);
      }
      try (InputStream in = Files.newInputStream(path)) {
        byte[] octets = in.readNBytes(FILE_BYTES_MAX + 1);
        if (octets.length > FILE_BYTES_MAX) {
          throw new CannotCheck(name + " has more than %d octets".formatted(FILE_BYTES_MAX));
        }
        return octets;
      }
    } catch (IOException | InvalidPathException e) {
      throw new CannotCheck(name + " cannot be read: " + e.getMessage());
    }
  }

  /** Whether something is there to be read: a file, or a pipe of the shell. */
  private static boolean readable(Path path) {
    return Files.isReadable(path) && !Files.isDirectory(path);
  }

  /** Writes a file, where nothing is yet. */
  static void write(String name, byte[] octets) throws CannotCheck {
    try {
      Files.write(Path.of(name), octets, java.nio.file.StandardOpenOption.CREATE_NEW);
    } catch (IOException | InvalidPathException e) {
      throw new CannotCheck(name + " cannot be written: " + e);
    }
  }

  /** Says so where keys come from the export itself. */
  void noteKeys(boolean given) {
    if (!given) {
      note(
          "the keys are those the export itself names: this shows that it is of one piece, not"
              + " whose it is; give --key for that");
    }
  }
}
