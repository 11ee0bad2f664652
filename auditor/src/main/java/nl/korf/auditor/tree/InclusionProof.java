package nl.korf.auditor.tree;

import java.util.List;
import java.util.Optional;

/**
 * That a leaf is in a tree (RFC 9162, 2.1.3).
 *
 * @param index of the leaf, from 0
 * @param hashes the sibling of the leaf first, a child of the root last
 */
public record InclusionProof(long index, List<byte[]> hashes) {

  public InclusionProof {
    hashes = List.copyOf(hashes);
  }

  /**
   * The root the proof leads to from a leaf (RFC 9162, 2.1.3.2); empty where a tree of that size
   * has no such leaf, or its proof another number of hashes.
   */
  public Optional<byte[]> root(byte[] leafHash, long size) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    TreeHasher hasher = new TreeHasher();
    long fn = index;
    long sn = size - 1;
    byte[] root = leafHash;
    for (byte[] sibling : hashes) {
      if (sn == 0) {
        return Optional.empty();
      }
      if ((fn & 1) == 1 || fn == sn) {
        root = hasher.node(sibling, root);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        root = hasher.node(root, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 ? Optional.of(root) : Optional.empty();
  }
}
