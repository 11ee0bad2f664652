package nl.korf.auditor.tree;

import static nl.korf.auditor.tree.TreeHasher.HASH_BYTES;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any node of a tree, from its tiles. What it gives is as good as the tiles: a proof made from it
 * is to be checked against a signed root.
 */
public final class TileReader {

  /** Where tiles come from. */
  @FunctionalInterface
  public interface Tiles {

    /** The bytes at the path, or null where there are none. */
    byte @Nullable [] read(String path);
  }

  /** A tile that is needed is not there, or is not as long as it has to be. */
  public static final class TileMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String path;

    TileMissing(String path, String problem) {
      super("tile " + path + " " + problem);
      this.path = path;
    }

    /** The tile. */
    public String path() {
      return path;
    }
  }

  private static final int CACHED_MAX = 256;

  private final TreeHasher hasher = new TreeHasher();
  private final Tiles tiles;
  private final long size;
  private final Map<String, byte[]> cached =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > CACHED_MAX;
        }
      };

  /**
   * Reads the tiles of a tree.
   *
   * @param size of the tree whose tiles these are
   */
  public TileReader(Tiles tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  /**
   * The hash over the leaves {@code [begin, end)}, as they stand in the tree (RFC 9162, 2.1.1).
   *
   * @throws TileMissing when a tile is not there
   */
  public byte[] hash(long begin, long end) {
    long leaves = end - begin;
    if (leaves == 0) {
      return TreeHasher.emptyRoot();
    }
    if (Long.bitCount(leaves) == 1) {
      int level = Long.numberOfTrailingZeros(leaves);
      return node(level, begin >> level);
    }
    long split = Long.highestOneBit(leaves);
    return hasher.node(hash(begin, begin + split), hash(begin + split, end));
  }

  /** The root of the perfect subtree {@code index} of height {@code level}. */
  private byte[] node(int level, long index) {
    int tileLevel = level / TilePath.HEIGHT;
    int above = level % TilePath.HEIGHT;
    long first = index << above;
    byte[] tile = tile(tileLevel, first / TilePath.WIDTH);
    int from = (int) (first % TilePath.WIDTH) * HASH_BYTES;
    byte[] hashes = Arrays.copyOfRange(tile, from, from + (HASH_BYTES << above));
    for (int width = 1 << above; width > 1; width /= 2) {
      for (int i = 0; i < width / 2; i++) {
        int left = 2 * i * HASH_BYTES;
        hasher.node(hashes, left, hashes, left + HASH_BYTES, hashes, i * HASH_BYTES);
      }
    }
    return Arrays.copyOf(hashes, HASH_BYTES);
  }

  private byte[] tile(int level, long n) {
    long hashes = TilePath.hashesAt(level, size);
    int width = (int) Math.min(TilePath.WIDTH, hashes - n * TilePath.WIDTH);
    String path = TilePath.hashes(level, n, width);
    byte[] known = cached.get(path);
    if (known == null) {
      known = tiles.read(path);
      if (known == null) {
        throw new TileMissing(path, "is not there");
      }
      if (known.length != width * HASH_BYTES) {
        throw new TileMissing(
            path, "has %d octets instead of %d".formatted(known.length, width * HASH_BYTES));
      }
      cached.put(path, known);
    }
    return known;
  }
}
