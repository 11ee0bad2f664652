package nl.korf.auditor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Export;
import nl.korf.auditor.checks.NoteCheck;
import nl.korf.auditor.checks.Tiles;
import nl.korf.auditor.exports.FactFinder;
import nl.korf.auditor.exports.FactLine;
import nl.korf.auditor.exports.FactLines;
import nl.korf.auditor.exports.Lines;
import nl.korf.auditor.exports.Published;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.SignedNote;
import nl.korf.auditor.note.TlogProof;
import nl.korf.auditor.tree.InclusionProof;
import nl.korf.auditor.tree.Prover;
import nl.korf.auditor.tree.TileReader;
import nl.korf.auditor.tree.TreeHasher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "prove",
    description = "Makes a proof of one fact that stands on its own (C2SP tlog-proof).")
final class ProveCommand extends Common {

  @Parameters(index = "0", paramLabel = "EXPORT", description = "an export, as of verify")
  private String export = "";

  @Parameters(index = "1", paramLabel = "POSITION", description = "the fact to prove")
  private long position;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "against the published checkpoint of so many facts; the latest otherwise")
  private long size;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where to write the proof; otherwise it is printed")
  private @Nullable String output;

  @Option(
      names = "--fact",
      paramLabel = "FILE",
      description = "where to write the fact itself, which the proof is checked with")
  private @Nullable String fact;

  @Override
  void run() throws CannotCheck {
    try (Export opened = Export.open(export, keys())) {
      Checkpoint checkpoint = checkpoint(opened);
      new NoteCheck(opened.keys(), opened.head().origin(), findings())
          .check(checkpoint, Export.CHECKPOINT);
      if (position < 1 || position > checkpoint.size()) {
        throw new CannotCheck(
            "position %d is not in the checkpoint of %d facts"
                .formatted(position, checkpoint.size()));
      }
      byte[] line =
          FactFinder.find(opened.files(), position)
              .orElseThrow(() -> new CannotCheck("there is no fact at position " + position));
      prove(opened, checkpoint, line);
    } catch (Malformed e) {
      throw new CannotCheck(e.problem());
    } catch (IOException e) {
      throw new CannotCheck(export + " cannot be read: " + e.getMessage());
    }
  }

  private void prove(Export opened, Checkpoint checkpoint, byte[] line)
      throws CannotCheck, Malformed {
    FactLine read = new FactLine();
    new FactLines().read(line, 0, line.length, read);
    InclusionProof proof;
    try {
      TileReader tiles = new TileReader(Tiles.of(opened.files()), opened.head().size());
      proof = new Prover(tiles).inclusion(position - 1, checkpoint.size());
    } catch (TileReader.TileMissing e) {
      findings().disproved(e.path(), position, String.valueOf(e.getMessage()));
      return;
    }
    byte[] root =
        proof.root(new TreeHasher().leaf(read.header().copy()), checkpoint.size()).orElse(null);
    if (root == null || !Arrays.equals(root, checkpoint.root())) {
      findings()
          .disproved(
              null,
              position,
              "the fact and the tiles do not lead to the root that was signed",
              checkpoint.rootText(),
              root == null ? null : java.util.HexFormat.of().formatHex(root));
      return;
    }
    give(TlogProof.write(proof, note(checkpoint)), line);
    figures().put("position", position);
    figures().put("size", checkpoint.size());
    noteKeys(opened.keysGiven());
  }

  private void give(String proof, byte[] line) throws CannotCheck {
    if (fact != null) {
      write(fact, line);
      figures().put("factFile", fact);
    }
    if (output != null) {
      write(output, proof.getBytes(StandardCharsets.UTF_8));
      figures().put("proofFile", output);
    } else if (json()) {
      figures().put("proof", proof);
    } else {
      print(proof);
    }
  }

  private static String note(Checkpoint checkpoint) {
    StringBuilder note = new StringBuilder(checkpoint.note().text()).append('\n');
    checkpoint.note().signatures().forEach(line -> note.append(line.written()).append('\n'));
    return note.toString();
  }

  private Checkpoint checkpoint(Export opened) throws CannotCheck, Malformed, IOException {
    if (size == 0 || size == opened.checkpoint().size()) {
      return opened.checkpoint();
    }
    var in = opened.files().open(Published.FILE);
    if (in != null) {
      try (Lines lines = new Lines(in)) {
        while (lines.next()) {
          Published published = Published.read(lines.copy());
          if (published.size() == size) {
            return Checkpoint.of(SignedNote.parse(published.note()));
          }
        }
      }
    }
    throw new CannotCheck("no checkpoint of %d facts was published".formatted(size));
  }
}
