package nl.korf.auditor.note;

import java.util.HexFormat;
import java.util.List;
import nl.korf.auditor.tree.TreeHasher;

/**
 * What a log says it holds (C2SP tlog-checkpoint).
 *
 * @param origin which log
 * @param size leaves of its tree
 * @param root of its tree
 * @param note the text with its signatures
 */
@SuppressWarnings("ArrayRecordComponent") // compared by text, which has it all
public record Checkpoint(String origin, long size, byte[] root, SignedNote note) {

  private static final int LINES = 3;

  /**
   * Reads the text of a note. Extension lines, which C2SP allows, are refused: a ledger has none.
   *
   * @throws Malformed saying what is wrong with it
   */
  public static Checkpoint of(SignedNote note) throws Malformed {
    List<String> lines = List.of(note.text().split("\n", -1));
    if (lines.size() != LINES + 1 || lines.getFirst().isEmpty()) {
      throw new Malformed(
          "a checkpoint has %d lines: origin, size and root; not %d"
              .formatted(LINES, lines.size() - 1));
    }
    byte[] root = Base64Text.decode(lines.get(2), "the root of a checkpoint");
    if (root.length != TreeHasher.HASH_BYTES) {
      throw new Malformed("a root of %d octets".formatted(root.length));
    }
    return new Checkpoint(
        lines.get(0), Decimal.parse(lines.get(1), "the size of a checkpoint"), root, note);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws Malformed saying what is wrong with it
   */
  public static Checkpoint parse(byte[] octets) throws Malformed {
    return of(SignedNote.parse(octets));
  }

  /** The root in hexadecimal. */
  public String rootText() {
    return HexFormat.of().formatHex(root);
  }
}
