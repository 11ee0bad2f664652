package nl.korf.auditor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Export;
import nl.korf.auditor.checks.NoteCheck;
import nl.korf.auditor.checks.Tiles;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.VerifierKey;
import nl.korf.auditor.tree.ConsistencyProof;
import nl.korf.auditor.tree.Prover;
import nl.korf.auditor.tree.TileReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "consistency",
    description =
        "Whether a later checkpoint goes on from an earlier one, and drops nothing of it.")
final class ConsistencyCommand extends Common {

  @Parameters(index = "0", paramLabel = "OLD", description = "the earlier checkpoint, a file")
  private String old = "";

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      description = "the later one: a file, or an export with its latest")
  private String later = "";

  @Option(
      names = "--export",
      paramLabel = "EXPORT",
      description = "whose tiles to prove it with, where NEW is a file")
  private @Nullable String export;

  @Override
  void run() throws CannotCheck {
    boolean file = isFile(later);
    String tiles = file ? export : later;
    List<VerifierKey> keys = keys();
    Checkpoint first = checkpoint(old);
    if (tiles == null) {
      Checkpoint second = checkpoint(later);
      signatures(keys, first, second);
      compare(first, second, null);
    } else {
      try (Export opened = Export.open(tiles, keys)) {
        Checkpoint second = file ? checkpoint(later) : opened.checkpoint();
        signatures(opened.keys().all(), first, second);
        compare(first, second, opened);
        noteKeys(opened.keysGiven());
      }
    }
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name)) && !name.endsWith(".zip");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Checkpoint checkpoint(String name) throws CannotCheck {
    try {
      return Checkpoint.parse(file(name));
    } catch (Malformed e) {
      throw new CannotCheck(name + ": " + e.problem());
    }
  }

  private void signatures(List<VerifierKey> keys, Checkpoint first, Checkpoint second)
      throws CannotCheck {
    if (keys.stream().noneMatch(key -> key.type() == VerifierKey.Type.LOG)) {
      throw new CannotCheck("there is no key of the ledger to check signatures with: give --key");
    }
    NoteCheck check = new NoteCheck(new Keys(keys), second.origin(), findings());
    check.check(first, old);
    check.check(second, later);
  }

  private void compare(Checkpoint first, Checkpoint second, @Nullable Export tiles)
      throws CannotCheck {
    figures().put("oldSize", first.size());
    figures().put("newSize", second.size());
    if (first.size() > second.size()) {
      findings()
          .disproved(
              later,
              second.size() + 1,
              "the later checkpoint has fewer facts: its last ones are gone",
              "at least " + first.size(),
              second.size());
      return;
    }
    ConsistencyProof proof = new ConsistencyProof(first.size(), second.size(), List.of());
    if (first.size() > 0 && first.size() < second.size()) {
      if (tiles == null) {
        throw new CannotCheck(
            "two checkpoints of different size need tiles between them: give --export");
      }
      proof = proof(first, second, tiles);
    }
    List<String> hashes = new ArrayList<>();
    proof.hashes().forEach(hash -> hashes.add(java.util.HexFormat.of().formatHex(hash)));
    figures().put("proof", hashes);
    if (!proof.holds(first.root(), second.root())) {
      findings()
          .disproved(
              later,
              null,
              "the later checkpoint does not go on from the earlier one: they are two histories,"
                  + " or the tiles between them are not those that were signed",
              first.rootText(),
              second.rootText());
    }
  }

  private ConsistencyProof proof(Checkpoint first, Checkpoint second, Export tiles)
      throws CannotCheck {
    if (second.size() > tiles.head().size()) {
      throw new CannotCheck(
          "the export has %d facts, the later checkpoint %d"
              .formatted(tiles.head().size(), second.size()));
    }
    try {
      TileReader reader = new TileReader(Tiles.of(tiles.files()), tiles.head().size());
      return new Prover(reader).consistency(first.size(), second.size());
    } catch (TileReader.TileMissing e) {
      throw new CannotCheck(String.valueOf(e.getMessage()));
    } catch (java.io.UncheckedIOException e) {
      IOException cause = e.getCause();
      throw new CannotCheck("a tile cannot be read: " + (cause == null ? e : cause.getMessage()));
    }
  }
}
