package nl.korf.auditor.checks;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.TlogProof;
import nl.korf.auditor.note.VerifierKey;
import nl.korf.auditor.tree.TreeHasher;

/** Checks a proof of one fact. */
public final class ProofCheck {

  private ProofCheck() {}

  /**
   * Checks that a fact is in the ledger that has one of the keys.
   *
   * @param proof as C2SP tlog-proof has it
   * @param fact as {@link GivenFact} reads it
   * @param file what to call the proof
   * @return what is proven, in names and numbers
   * @throws CannotCheck when one of them cannot be read
   */
  public static Map<String, Object> run(
      byte[] proof, byte[] fact, Keys keys, Findings findings, String file) throws CannotCheck {
    try {
      TlogProof read = TlogProof.parse(proof);
      return run(read, GivenFact.read(fact, findings), keys, findings, file);
    } catch (Malformed e) {
      throw new CannotCheck(e.problem());
    }
  }

  private static Map<String, Object> run(
      TlogProof proof, GivenFact given, Keys keys, Findings findings, String file) {
    Checkpoint checkpoint = proof.checkpoint();
    Header header = given.header();
    var said = new NoteCheck(keys, origin(checkpoint, keys), findings).check(checkpoint, file);
    if (header.position() != proof.inclusion().index() + 1) {
      findings.disproved(
          file,
          header.position(),
          "the proof is of another position",
          header.position(),
          proof.inclusion().index() + 1);
    }
    byte[] root =
        proof
            .inclusion()
            .root(new TreeHasher().leaf(given.octets()), checkpoint.size())
            .orElse(null);
    if (root == null || !Arrays.equals(root, checkpoint.root())) {
      findings.disproved(
          file,
          header.position(),
          "the proof does not lead from the fact to the root that was signed",
          checkpoint.rootText(),
          root == null ? "no path for that size" : HexFormat.of().formatHex(root));
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("ledger", header.ledger());
    figures.put("position", header.position());
    figures.put("type", header.type());
    figures.put("recordedAt", header.recordedAt().toString());
    figures.put("effectiveAt", header.effectiveAt().toString());
    figures.put("proven", given.proven());
    figures.put("size", checkpoint.size());
    figures.put("cosignedAt", said.cosigned().stream().map(Object::toString).toList());
    return figures;
  }

  /** The name under which a known ledger signs; the checkpoint's own where it is one of those. */
  private static String origin(Checkpoint checkpoint, Keys keys) {
    List<String> known =
        keys.all().stream()
            .filter(key -> key.type() == VerifierKey.Type.LOG)
            .map(VerifierKey::name)
            .toList();
    return known.isEmpty() || known.contains(checkpoint.origin())
        ? checkpoint.origin()
        : known.getFirst();
  }
}
