package nl.korf.service.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a tree of which the hashes of whole subtrees are known (RFC 9162, 2.1). A
 * tree of {@code n} leaves holds every smaller one, so all is asked for at a size.
 */
final class Tree {

  private final Nodes nodes;

  Tree(Nodes nodes) {
    this.nodes = nodes;
  }

  /** Where the hashes of whole subtrees are. */
  @FunctionalInterface
  interface Nodes {

    /**
     * The hash over the {@code 2^height} leaves that begin at leaf {@code index * 2^height}, all of
     * which are there.
     */
    byte[] at(int height, long index);
  }

  /** The root hash of the first {@code size} leaves. */
  byte[] root(long size) {
    return size == 0 ? Merkle.empty() : hash(0, size);
  }

  /**
   * The path from a leaf to the root of the first {@code size} leaves, the sibling of the leaf
   * first (RFC 9162, 2.1.3.1).
   */
  List<byte[]> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(index, size));
    }
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (index < middle) {
        path.addFirst(hash(middle, to));
        to = middle;
      } else {
        path.addFirst(hash(from, middle));
        from = middle;
      }
    }
    return path;
  }

  /**
   * That the first {@code older} leaves are the beginning of the first {@code size} (RFC 9162,
   * 2.1.4.1); empty where there is nothing to prove.
   */
  List<byte[]> consistency(long older, long size) {
    if (older < 0 || older > size) {
      throw new IllegalArgumentException("no tree of %d in a tree of %d".formatted(older, size));
    }
    List<byte[]> proof = new ArrayList<>();
    if (older == 0 || older == size) {
      return proof;
    }
    long from = 0;
    long to = size;
    while (to != older) {
      long middle = from + split(to - from);
      if (older <= middle) {
        proof.addFirst(hash(middle, to));
        to = middle;
      } else {
        proof.addFirst(hash(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      proof.addFirst(hash(from, to));
    }
    return proof;
  }

  private byte[] hash(long from, long to) {
    long width = to - from;
    if (Long.bitCount(width) == 1) {
      int height = Long.numberOfTrailingZeros(width);
      return nodes.at(height, from >> height);
    }
    long middle = from + split(width);
    return Merkle.node(hash(from, middle), hash(middle, to));
  }

  /** The largest power of two smaller than a width of two or more. */
  private static long split(long width) {
    return Long.highestOneBit(width - 1);
  }
}
