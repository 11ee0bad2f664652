package nl.korf.service.audit;

import java.util.Arrays;
import java.util.List;

/** Whether a proof proves what it says (RFC 9162, 2.1.3.2 and 2.1.4.2). */
final class Proofs {

  private Proofs() {}

  /** Whether the leaf hash is that of leaf {@code index} in the tree with this root. */
  static boolean included(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = Merkle.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = Merkle.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** Whether the older tree is the beginning of the newer one. */
  static boolean consistent(
      long older, byte[] olderRoot, long size, byte[] root, List<byte[]> proof) {
    if (older < 0 || older > size) {
      return false;
    }
    if (older == size) {
      return proof.isEmpty() && Arrays.equals(olderRoot, root);
    }
    if (older == 0) {
      return proof.isEmpty() && Arrays.equals(olderRoot, Merkle.empty());
    }
    boolean wholeSubtree = Long.bitCount(older) == 1;
    if (!wholeSubtree && proof.isEmpty()) {
      return false;
    }
    byte[] first = wholeSubtree ? olderRoot : proof.getFirst();
    List<byte[]> rest = wholeSubtree ? proof : proof.subList(1, proof.size());
    int shift = Long.numberOfTrailingZeros(~(older - 1));
    return consistent((older - 1) >> shift, (size - 1) >> shift, first, rest, olderRoot, root);
  }

  private static boolean consistent(
      long from, long to, byte[] first, List<byte[]> proof, byte[] olderRoot, byte[] root) {
    long node = from;
    long last = to;
    byte[] older = first;
    byte[] newer = first;
    for (byte[] hash : proof) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        older = Merkle.node(hash, older);
        newer = Merkle.node(hash, newer);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        newer = Merkle.node(newer, hash);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(older, olderRoot) && Arrays.equals(newer, root);
  }
}
