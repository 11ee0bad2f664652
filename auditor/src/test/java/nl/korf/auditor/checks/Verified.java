package nl.korf.auditor.checks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.auditor.exports.Counted;
import nl.korf.auditor.exports.ExportHead;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.VerifierKey;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.MemoryFiles;

/** What the checks say of an export in memory. */
final class Verified {

  private Verified() {}

  /** By the keys the export names itself. */
  static Findings of(Map<String, byte[]> files) {
    return of(files, List.of(), List.of());
  }

  /** By these keys, and from these checkpoints on. */
  static Findings of(
      Map<String, byte[]> files, List<String> keys, List<CheckpointsCheck.Kept> kept) {
    Findings findings = new Findings();
    try (Export export = Export.open(new Counted(new MemoryFiles(files)), parsed(keys))) {
      run(export, findings, kept);
    } catch (CannotCheck e) {
      e.problems().forEach(problem -> findings.unchecked(null, null, problem));
    }
    return findings;
  }

  /** By keys that remember the notes they saw, for files whose head and checkpoint are sound. */
  static Findings of(Map<String, byte[]> files, Keys keys) {
    Findings findings = new Findings();
    MemoryFiles memory = new MemoryFiles(files);
    try (Export export =
        new Export(
            new Counted(memory),
            ExportHead.read(memory),
            Checkpoint.parse(bytes(files, "checkpoint")),
            keys,
            true)) {
      run(export, findings, List.of());
    } catch (CannotCheck | Malformed | IOException e) {
      findings.unchecked(null, null, String.valueOf(e.getMessage()));
    }
    return findings;
  }

  /** Signature lines of nobody that is known, in files that can be read. */
  static String strangers(Map<String, byte[]> files, List<String> keys) {
    try (Export export = Export.open(new Counted(new MemoryFiles(files)), parsed(keys))) {
      return String.valueOf(run(export, new Findings(), List.of()).get("signaturesOfUnknownKeys"));
    } catch (CannotCheck e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, Object> run(
      Export export, Findings findings, List<CheckpointsCheck.Kept> kept) throws CannotCheck {
    return Verification.run(
        export,
        new Verification.Depth(false, true, kept),
        findings,
        Progress.NONE,
        List.of(new ErasureCheck(findings)),
        (_, _, _) -> {});
  }

  static List<VerifierKey> parsed(List<String> keys) {
    List<VerifierKey> parsed = new ArrayList<>();
    try {
      for (String key : keys) {
        parsed.add(VerifierKey.parse(key));
      }
    } catch (Malformed e) {
      throw new IllegalArgumentException(e);
    }
    return parsed;
  }

  static CheckpointsCheck.Kept kept(Map<String, byte[]> files) {
    try {
      return new CheckpointsCheck.Kept("kept", Checkpoint.parse(bytes(files, "checkpoint")));
    } catch (Malformed e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The same with one file changed. */
  static Map<String, byte[]> with(Map<String, byte[]> files, String path, byte[] octets) {
    Map<String, byte[]> changed = new TreeMap<>(files);
    changed.put(path, octets);
    return changed;
  }

  static byte[] bytes(Map<String, byte[]> files, String path) {
    byte[] octets = files.get(path);
    if (octets == null) {
      throw new IllegalArgumentException("no " + path + " among " + files.keySet());
    }
    return octets;
  }

  static String text(Map<String, byte[]> files, String path) {
    return new String(bytes(files, path), StandardCharsets.UTF_8);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The key that whoever audits has from elsewhere. */
  static List<String> ledgerKey() {
    return List.of(Bundle.LOG.key());
  }
}
