package nl.korf.service.audit;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The size and root hash of a tree, as they are signed (C2SP tlog-checkpoint).
 *
 * @param origin which tree
 * @param root hash; not copied: treat as read-only
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content
record Checkpoint(String origin, long size, byte[] root) {

  /**
   * Reads the text of a note.
   *
   * @throws IllegalArgumentException when it is no checkpoint
   */
  static Checkpoint parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    // what follows the third line are extensions, which this ledger never writes
    if (lines.size() < 4 || !lines.get(1).matches("0|[1-9][0-9]{0,18}")) {
      throw new IllegalArgumentException("no checkpoint: origin, size, root hash, a line each");
    }
    byte[] root = Base64.getDecoder().decode(lines.get(2));
    if (root.length != Merkle.HASH_BYTES) {
      throw new IllegalArgumentException("a root hash has 32 octets, not " + root.length);
    }
    return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), root);
  }

  /** The three lines, with their line breaks. */
  String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }

  Note signed(SigningKey key) {
    return new Note(text(), List.of(key.sign(text())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that
        && origin.equals(that.origin)
        && size == that.size
        && Arrays.equals(root, that.root);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size);
  }
}
