package nl.korf.auditor.tree;

import static nl.korf.auditor.tree.TreeHasher.HASH_BYTES;

/**
 * The roots of the perfect subtrees a growing tree consists of, one for each bit of its size: all
 * that is needed to know its root at any time, in memory that does not grow (RFC 9162, 2.1.1).
 */
public final class Frontier {

  private static final int LEVELS_MAX = 63;

  private final TreeHasher hasher;
  private final byte[] nodes = new byte[LEVELS_MAX * HASH_BYTES];
  private final byte[] carry = new byte[HASH_BYTES];
  private long size;

  public Frontier(TreeHasher hasher) {
    this.hasher = hasher;
  }

  /** Leaves so far. */
  public long size() {
    return size;
  }

  /** The next leaf, by its hash. */
  public void add(byte[] hashes, int offset) {
    System.arraycopy(hashes, offset, carry, 0, HASH_BYTES);
    int level = 0;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      hasher.node(nodes, level * HASH_BYTES, carry, 0, carry, 0);
      level++;
    }
    System.arraycopy(carry, 0, nodes, level * HASH_BYTES, HASH_BYTES);
    size++;
  }

  /** The root of the tree of all leaves so far. */
  public byte[] root() {
    if (size == 0) {
      return TreeHasher.emptyRoot();
    }
    byte[] root = new byte[HASH_BYTES];
    int level = Long.numberOfTrailingZeros(size);
    System.arraycopy(nodes, level * HASH_BYTES, root, 0, HASH_BYTES);
    for (level++; size >> level != 0; level++) {
      if ((size >> level & 1) == 1) {
        hasher.node(nodes, level * HASH_BYTES, root, 0, root, 0);
      }
    }
    return root;
  }
}
