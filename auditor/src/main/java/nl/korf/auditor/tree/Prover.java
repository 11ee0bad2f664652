package nl.korf.auditor.tree;

import java.util.ArrayList;
import java.util.List;

/** Makes proofs from the tiles of a tree. */
public final class Prover {

  private final TileReader tiles;

  public Prover(TileReader tiles) {
    this.tiles = tiles;
  }

  /** {@code PATH(index, D[size])} (RFC 9162, 2.1.3.1). */
  public InclusionProof inclusion(long index, long size) {
    List<byte[]> hashes = new ArrayList<>();
    long begin = 0;
    long end = size;
    while (end - begin > 1) {
      long split = begin + split(end - begin);
      if (index < split) {
        hashes.addFirst(tiles.hash(split, end));
        end = split;
      } else {
        hashes.addFirst(tiles.hash(begin, split));
        begin = split;
      }
    }
    return new InclusionProof(index, hashes);
  }

  /** {@code PROOF(first, D[second])} (RFC 9162, 2.1.4.1); empty where one is the other. */
  public ConsistencyProof consistency(long first, long second) {
    List<byte[]> hashes = new ArrayList<>();
    if (first > 0 && first < second) {
      long begin = 0;
      long end = second;
      boolean whole = true;
      while (first != end) {
        long split = begin + split(end - begin);
        if (first <= split) {
          hashes.addFirst(tiles.hash(split, end));
          end = split;
        } else {
          hashes.addFirst(tiles.hash(begin, split));
          begin = split;
          whole = false;
        }
      }
      if (!whole) {
        hashes.addFirst(tiles.hash(begin, end));
      }
    }
    return new ConsistencyProof(first, second, hashes);
  }

  /** The greatest power of two below {@code leaves}. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
