package nl.korf.auditor.tree;

import static nl.korf.auditor.tree.TreeHasher.HASH_BYTES;

import java.util.ArrayList;
import java.util.List;

/**
 * Tiles made anew from leaf hashes, one after another, in memory that does not grow (C2SP
 * tlog-tiles).
 */
public final class TileBuilder {

  /** Takes tiles as they get full, and at the end those that did not. */
  @FunctionalInterface
  public interface Sink {

    /**
     * A tile.
     *
     * @param hashes {@code width} hashes from the start of the array; used again after the call
     */
    void tile(int level, long n, int width, byte[] hashes);
  }

  private static final class Level {
    final byte[] hashes = new byte[TilePath.WIDTH * HASH_BYTES];
    int width;
    long n;
  }

  private final TreeHasher hasher;
  private final Sink sink;
  private final List<Level> levels = new ArrayList<>();
  private final byte[] folded = new byte[TilePath.WIDTH * HASH_BYTES];

  public TileBuilder(TreeHasher hasher, Sink sink) {
    this.hasher = hasher;
    this.sink = sink;
  }

  /** The next leaf, by its hash. */
  public void add(byte[] leafHash, int offset) {
    add(0, leafHash, offset);
  }

  /** Gives out the tiles that are not full; nothing can be added afterwards. */
  public void end() {
    for (int level = 0; level < levels.size(); level++) {
      Level last = levels.get(level);
      if (last.width > 0) {
        sink.tile(level, last.n, last.width, last.hashes);
      }
    }
  }

  private void add(int number, byte[] hash, int offset) {
    if (number == levels.size()) {
      levels.add(new Level());
    }
    Level level = levels.get(number);
    System.arraycopy(hash, offset, level.hashes, level.width * HASH_BYTES, HASH_BYTES);
    level.width++;
    if (level.width == TilePath.WIDTH) {
      sink.tile(number, level.n, level.width, level.hashes);
      fold(level.hashes);
      level.n++;
      level.width = 0;
      add(number + 1, folded, 0);
    }
  }

  /** The root of a full tile, at the start of {@link #folded}. */
  private void fold(byte[] hashes) {
    System.arraycopy(hashes, 0, folded, 0, hashes.length);
    for (int width = TilePath.WIDTH; width > 1; width /= 2) {
      for (int i = 0; i < width / 2; i++) {
        int left = 2 * i * HASH_BYTES;
        hasher.node(folded, left, folded, left + HASH_BYTES, folded, i * HASH_BYTES);
      }
    }
  }
}
