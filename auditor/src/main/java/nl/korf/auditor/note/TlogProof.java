package nl.korf.auditor.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.korf.auditor.tree.InclusionProof;
import nl.korf.auditor.tree.TreeHasher;

/**
 * A proof of one leaf that stands on its own (C2SP tlog-proof).
 *
 * @param checkpoint the tree it is in, with its signatures
 */
public record TlogProof(InclusionProof inclusion, Checkpoint checkpoint) {

  /** Octets of a proof, at most. */
  public static final int PROOF_BYTES_MAX = SignedNote.NOTE_BYTES_MAX + (1 << 13);

  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
  private static final String INDEX = "index ";
  private static final int HASHES_MAX = 63;

  /**
   * Reads a proof. Extra data, which C2SP allows, are refused: a ledger's proof has none.
   *
   * @throws Malformed saying what is wrong with it
   */
  public static TlogProof parse(byte[] octets) throws Malformed {
    if (octets.length > PROOF_BYTES_MAX) {
      throw new Malformed("a proof of more than " + PROOF_BYTES_MAX + " octets");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("a proof that is no UTF-8");
    }
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw new Malformed("a proof has a blank line before its checkpoint");
    }
    String[] lines = text.substring(0, blank).split("\n", HASHES_MAX + 4);
    if (!lines[0].equals(FIRST_LINE)) {
      throw new Malformed("a proof begins with '" + FIRST_LINE + "', not '" + lines[0] + "'");
    }
    if (lines.length < 2 || !lines[1].startsWith(INDEX)) {
      throw new Malformed("the second line of a proof is 'index <number>'");
    }
    long index = Decimal.parse(lines[1].substring(INDEX.length()), "the index of a proof");
    Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(text.substring(blank + 2)));
    return new TlogProof(new InclusionProof(index, hashes(lines)), checkpoint);
  }

  private static List<byte[]> hashes(String[] lines) throws Malformed {
    if (lines.length - 2 > HASHES_MAX) {
      throw new Malformed("a proof with more than " + HASHES_MAX + " hashes");
    }
    List<byte[]> hashes = new ArrayList<>();
    for (int i = 2; i < lines.length; i++) {
      byte[] hash = Base64Text.decode(lines[i], "hash %d of a proof".formatted(i - 1));
      if (hash.length != TreeHasher.HASH_BYTES) {
        throw new Malformed("hash %d of a proof has %d octets".formatted(i - 1, hash.length));
      }
      hashes.add(hash);
    }
    return hashes;
  }

  /**
   * Writes a proof.
   *
   * @param note the checkpoint as it was signed
   */
  public static String write(InclusionProof inclusion, String note) {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    text.append(INDEX).append(inclusion.index()).append('\n');
    inclusion.hashes().forEach(hash -> text.append(Base64Text.encode(hash)).append('\n'));
    return text.append('\n').append(note).toString();
  }
}
