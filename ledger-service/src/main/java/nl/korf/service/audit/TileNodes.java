package nl.korf.service.audit;

import java.util.HashMap;
import java.util.Map;

/**
 * The nodes of the tree, from tiles. Keeps the tiles it has seen, so use one for one proof, not for
 * ever.
 */
final class TileNodes implements Tree.Nodes {

  private final Source source;
  private final Map<TilePath, Tile> seen = new HashMap<>();

  TileNodes(Source source) {
    this.source = source;
  }

  /** Where tiles are kept. */
  @FunctionalInterface
  interface Source {

    /**
     * The tile with all the hashes it has now, at least {@code width}.
     *
     * @throws RuntimeException naming it where it is not there
     */
    Tile tile(int level, long index, int width);
  }

  @Override
  public byte[] at(int height, long index) {
    int level = height / Tile.HEIGHT;
    int within = height % Tile.HEIGHT;
    long first = index << within;
    int offset = (int) (first % Tile.WIDTH);
    Tile tile = tile(level, first / Tile.WIDTH, offset + (1 << within));
    return tile.subtree(within, offset >> within);
  }

  private Tile tile(int level, long index, int width) {
    TilePath key = new TilePath(level, index, Tile.WIDTH);
    Tile known = seen.get(key);
    if (known == null || known.width() < width) {
      known = source.tile(level, index, width);
      seen.put(key, known);
    }
    return known;
  }
}
