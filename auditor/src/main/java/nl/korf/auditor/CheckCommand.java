package nl.korf.auditor;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.GivenFact;
import nl.korf.auditor.checks.Header;
import nl.korf.auditor.checks.NoteCheck;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.TlogProof;
import nl.korf.auditor.note.VerifierKey;
import nl.korf.auditor.tree.TreeHasher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = "Checks a proof of one fact, with nothing else at hand than the ledger's key.")
final class CheckCommand extends Common {

  @Parameters(paramLabel = "PROOF", description = "a proof, as of prove or of the ledger itself")
  private String proof = "";

  @Option(
      names = "--fact",
      required = true,
      paramLabel = "FILE",
      description = {
        "the fact: a line of an export, the answer of /v1/facts/{position}, or the header alone"
      })
  private String fact = "";

  @Override
  void run() throws CannotCheck {
    List<VerifierKey> keys = keys();
    if (keys.stream().noneMatch(key -> key.type() == VerifierKey.Type.LOG)) {
      throw new CannotCheck(
          "there is no key of the ledger to check the signature with: give --key");
    }
    byte[] file = file(fact);
    try {
      TlogProof read = TlogProof.parse(file(proof));
      GivenFact given = GivenFact.read(file, findings());
      Checkpoint checkpoint = read.checkpoint();
      String origin =
          keys.stream()
              .filter(key -> key.type() == VerifierKey.Type.LOG)
              .map(VerifierKey::name)
              .filter(checkpoint.origin()::equals)
              .findFirst()
              .orElse(keys.getFirst().name());
      var said = new NoteCheck(new Keys(keys), origin, findings()).check(checkpoint, proof);
      Header header = given.header();
      if (header.position() != read.inclusion().index() + 1) {
        findings()
            .disproved(
                proof,
                header.position(),
                "the proof is of another position",
                header.position(),
                read.inclusion().index() + 1);
      }
      byte[] root =
          read.inclusion()
              .root(new TreeHasher().leaf(given.octets()), checkpoint.size())
              .orElse(null);
      if (root == null || !Arrays.equals(root, checkpoint.root())) {
        findings()
            .disproved(
                proof,
                header.position(),
                "the proof does not lead from the fact to the root that was signed",
                checkpoint.rootText(),
                root == null ? "no path for that size" : HexFormat.of().formatHex(root));
      }
      figures().put("ledger", header.ledger());
      figures().put("position", header.position());
      figures().put("type", header.type());
      figures().put("recordedAt", header.recordedAt().toString());
      figures().put("effectiveAt", header.effectiveAt().toString());
      figures().put("proven", given.proven());
      figures().put("size", checkpoint.size());
      figures().put("cosignedAt", said.cosigned().stream().map(Object::toString).toList());
    } catch (Malformed e) {
      throw new CannotCheck(e.problem());
    }
  }
}
