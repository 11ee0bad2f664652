package nl.korf.auditor.checks;

import static nl.korf.auditor.tree.TreeHasher.HASH_BYTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;
import nl.korf.auditor.exports.ExportFiles;
import nl.korf.auditor.exports.FactLine;
import nl.korf.auditor.tree.TileBuilder;
import nl.korf.auditor.tree.TilePath;
import nl.korf.auditor.tree.TreeHasher;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tiles of an export with those that its facts make: tiles of hashes on every level,
 * and the bundles of leaves. A leaf that differs is named by its position.
 */
public final class TreeCheck implements FactVisitor {

  private static final int LENGTH_BYTES = 2;
  private static final int BUNDLE_BYTES_MAX = TilePath.WIDTH * (LENGTH_BYTES + Header.BYTES_MAX);
  private static final int TILE_BYTES = TilePath.WIDTH * HASH_BYTES;
  private static final String FOLDER = "tile/";

  private final ExportFiles files;
  private final long size;
  private final Findings findings;
  private final TileBuilder tiles;
  private byte[] bundle = new byte[1 << 14];
  private int bundled;
  private boolean broken;
  private long compared;

  /**
   * Compares tiles.
   *
   * @param size of the tree whose tiles these are
   */
  public TreeCheck(ExportFiles files, long size, Findings findings, TreeHasher hasher) {
    this.files = files;
    this.size = size;
    this.findings = findings;
    this.tiles = new TileBuilder(hasher, this::compare);
  }

  /** Tiles that were compared. */
  public long compared() {
    return compared;
  }

  @Override
  public void fact(FactLine line, Header header, byte[] leafHash) {
    if (broken) {
      return;
    }
    int length = line.header().length();
    if (bundle.length - bundled < length + LENGTH_BYTES) {
      bundle = Arrays.copyOf(bundle, bundle.length * 2);
    }
    bundle[bundled++] = (byte) (length >> 8);
    bundle[bundled++] = (byte) length;
    System.arraycopy(line.header().octets(), 0, bundle, bundled, length);
    bundled += length;
    tiles.add(leafHash, 0);
  }

  @Override
  public void unreadable() {
    if (!broken) {
      findings.unchecked(null, null, "the tiles could not be compared behind what cannot be read");
    }
    broken = true;
  }

  @Override
  public void end() {
    if (!broken) {
      tiles.end();
    }
    try {
      strangers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(int level, long n, int width, byte[] hashes) {
    String path = TilePath.hashes(level, n, width);
    byte[] stored = read(path, TILE_BYTES);
    compared++;
    if (stored == null) {
      findings.disproved(path, null, "a tile is missing");
    } else if (!Arrays.equals(stored, 0, stored.length, hashes, 0, width * HASH_BYTES)) {
      differs(level, n, path, stored, Arrays.copyOf(hashes, width * HASH_BYTES));
    }
    if (level == 0) {
      compareBundle(n, width);
    }
  }

  private void differs(int level, long n, String path, byte[] stored, byte[] made) {
    if (stored.length != made.length) {
      findings.disproved(path, null, "a tile has another length", made.length, stored.length);
      return;
    }
    int first = Arrays.mismatch(stored, made) / HASH_BYTES;
    long index = n * TilePath.WIDTH + first;
    findings.disproved(
        path,
        level == 0 ? index + 1 : null,
        level == 0
            ? "the leaf of the tree is not that of the fact"
            : "hash %d of the tile does not follow from the level below".formatted(first),
        Findings.hex(made, first * HASH_BYTES, HASH_BYTES),
        Findings.hex(stored, first * HASH_BYTES, HASH_BYTES));
  }

  private void compareBundle(long n, int width) {
    String path = TilePath.entries(n, width);
    byte[] stored = read(path, BUNDLE_BYTES_MAX);
    compared++;
    if (stored == null) {
      findings.disproved(path, null, "a bundle of leaves is missing");
    } else if (!Arrays.equals(stored, 0, stored.length, bundle, 0, bundled)) {
      int octet = Arrays.mismatch(stored, 0, stored.length, bundle, 0, bundled);
      findings.disproved(
          path,
          n * TilePath.WIDTH + 1 + leafOf(octet),
          "the bundle of leaves differs from the headers, from octet %d on".formatted(octet));
    }
    bundled = 0;
  }

  /** Which leaf of the bundle, as made from the facts, an octet belongs to. */
  private int leafOf(int octet) {
    int leaf = 0;
    int at = 0;
    while (at + LENGTH_BYTES <= bundled) {
      at += LENGTH_BYTES + ((bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff));
      if (octet < at) {
        return leaf;
      }
      leaf++;
    }
    return Math.max(0, leaf - 1);
  }

  private byte @Nullable [] read(String path, int octetsMax) {
    try {
      return files.read(path, octetsMax);
    } catch (IOException e) {
      findings.unchecked(path, null, "a tile that cannot be read: " + e.getMessage());
      return new byte[0];
    }
  }

  /**
   * Tiles beside those of this size: earlier partial ones may be there, if they begin the later.
   */
  private void strangers() throws IOException {
    Optional<NavigableSet<String>> paths = files.paths();
    if (paths.isEmpty()) {
      return;
    }
    for (String path : paths.get().tailSet(FOLDER)) {
      if (!path.startsWith(FOLDER)) {
        return;
      }
      Optional<TilePath.Tile> tile = TilePath.parse(path);
      int width = tile.isEmpty() ? 0 : tile.get().widthIn(size);
      if (tile.isEmpty() || tile.get().width() > width) {
        findings.disproved(
            path, null, "a tile that a tree of %d leaves does not have".formatted(size));
      } else if (tile.get().width() < width) {
        begins(path, tile.get().wider(width));
      }
    }
  }

  private void begins(String path, String whole) {
    byte[] part = read(path, BUNDLE_BYTES_MAX);
    byte[] all = read(whole, BUNDLE_BYTES_MAX);
    if (part == null
        || all == null
        || part.length > all.length
        || !Arrays.equals(part, 0, part.length, all, 0, part.length)) {
      findings.disproved(path, null, "an earlier partial tile does not begin " + whole);
    }
  }
}
