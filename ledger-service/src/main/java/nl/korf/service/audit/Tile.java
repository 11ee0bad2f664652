package nl.korf.service.audit;

import java.util.Arrays;

/**
 * Some neighbouring hashes of one level of the tree (C2SP tlog-tiles): a full tile has 256, the
 * last one of a level may have fewer.
 *
 * @param level tile level; its hashes stand {@code 8 * level} above the leaves
 * @param index among the tiles of its level
 * @param hashes one after another, 32 octets each; not copied: treat as read-only
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
record Tile(int level, long index, byte[] hashes) {

  /** Levels of the tree one tile covers. */
  static final int HEIGHT = 8;

  /** Hashes of a full tile. */
  static final int WIDTH = 1 << HEIGHT;

  Tile {
    if (hashes.length % Merkle.HASH_BYTES != 0 || hashes.length > WIDTH * Merkle.HASH_BYTES) {
      throw new IllegalArgumentException(hashes.length + " octets are no tile");
    }
  }

  /** How many hashes it has. */
  int width() {
    return hashes.length / Merkle.HASH_BYTES;
  }

  boolean isFull() {
    return width() == WIDTH;
  }

  /** The tile with its first hashes only. */
  Tile first(int width) {
    return new Tile(level, index, Arrays.copyOf(hashes, width * Merkle.HASH_BYTES));
  }

  /** One of its hashes. */
  byte[] hash(int at) {
    return Arrays.copyOfRange(hashes, at * Merkle.HASH_BYTES, (at + 1) * Merkle.HASH_BYTES);
  }

  /** The hash over {@code 2^height} of its hashes, from {@code at * 2^height} on. */
  byte[] subtree(int height, int at) {
    return height == 0
        ? hash(at)
        : Merkle.node(subtree(height - 1, 2 * at), subtree(height - 1, 2 * at + 1));
  }

  /** The width a tile has in a tree of this size; 0: it is not there. */
  static int widthAt(int level, long index, long size) {
    long hashes = level * HEIGHT >= Long.SIZE - 1 ? 0 : size >> (level * HEIGHT);
    return Math.clamp(hashes - index * WIDTH, 0, WIDTH);
  }

  /** Levels of tiles a tree of this size has. */
  static int levels(long size) {
    int levels = 0;
    for (long hashes = size; hashes > 0; hashes >>= HEIGHT) {
      levels++;
    }
    return levels;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tile that
        && level == that.level
        && index == that.index
        && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(index) * 31 + level;
  }

  @Override
  public String toString() {
    return "Tile[" + TilePath.of(level, index, width()) + "]";
  }
}
