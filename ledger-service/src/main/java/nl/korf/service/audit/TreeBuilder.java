package nl.korf.service.audit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree that grows leaf by leaf, of which only the last tile of each level is kept; tiles that
 * changed are handed out to be stored. For one thread.
 */
final class TreeBuilder {

  private final List<Growing> edge = new ArrayList<>();
  private final List<Tile> finished = new ArrayList<>();
  private long size;

  /** The last tile of a level, not yet full. */
  private static final class Growing {
    private long index;
    private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    private boolean changed;

    Tile tile(int level) {
      return new Tile(level, index, hashes.toByteArray());
    }
  }

  /** A tree without leaves. */
  TreeBuilder() {}

  /** A tree of this size, from the tiles it had then. */
  static TreeBuilder at(long size, TileNodes.Source tiles) {
    TreeBuilder builder = new TreeBuilder();
    builder.size = size;
    for (int level = 0; level < Tile.levels(size); level++) {
      Growing last = builder.level(level);
      long hashes = size >> (level * Tile.HEIGHT);
      last.index = hashes / Tile.WIDTH;
      int width = (int) (hashes % Tile.WIDTH);
      if (width > 0) {
        last.hashes.writeBytes(tiles.tile(level, last.index, width).first(width).hashes());
      }
    }
    return builder;
  }

  long size() {
    return size;
  }

  /** One more leaf, by its hash. */
  void append(byte[] leafHash) {
    append(0, leafHash);
    size++;
  }

  /** The root hash of what was appended so far. */
  byte[] root() {
    TileNodes edges = new TileNodes((level, _, _) -> edge.get(level).tile(level));
    return new Tree(edges).root(size);
  }

  /** The last tile of a level, as far as it is. */
  Tile edge(int level) {
    return edge.get(level).tile(level);
  }

  /** The tiles that changed since the last call, as they are now, in no order. */
  List<Tile> changed() {
    List<Tile> changed = new ArrayList<>(finished);
    finished.clear();
    for (int level = 0; level < edge.size(); level++) {
      Growing last = edge.get(level);
      if (last.changed && last.hashes.size() > 0) {
        changed.add(last.tile(level));
      }
      last.changed = false;
    }
    return changed;
  }

  private void append(int level, byte[] hash) {
    Growing last = level(level);
    last.hashes.writeBytes(hash);
    last.changed = true;
    if (last.hashes.size() == Tile.WIDTH * Merkle.HASH_BYTES) {
      Tile full = last.tile(level);
      finished.add(full);
      last.index++;
      last.hashes.reset();
      append(level + 1, full.subtree(Tile.HEIGHT, 0));
    }
  }

  private Growing level(int level) {
    while (edge.size() <= level) {
      edge.add(new Growing());
    }
    return edge.get(level);
  }
}
