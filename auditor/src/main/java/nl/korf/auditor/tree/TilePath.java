package nl.korf.auditor.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of tiles (C2SP tlog-tiles). */
public final class TilePath {

  /** Hashes of a full tile. */
  public static final int WIDTH = 256;

  /** Levels of the tree between two levels of tiles. */
  public static final int HEIGHT = 8;

  private static final int GROUP = 1_000;

  private static final Pattern FORM =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,4})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  /**
   * A tile by its address.
   *
   * @param level of tiles; bundles of leaves lie on level 0
   */
  public record Tile(boolean entries, int level, long n, int width) {

    /** How wide the tile is in a tree of that size; 0 where such a tree does not have it. */
    public int widthIn(long size) {
      return Math.clamp(hashesAt(level, size) - n * WIDTH, 0, WIDTH);
    }

    /** The address of the same tile with another width. */
    public String wider(int other) {
      return entries ? TilePath.entries(n, other) : hashes(level, n, other);
    }
  }

  private TilePath() {}

  /** The tile with that address; empty where it is none, or written in another way. */
  public static Optional<Tile> parse(String path) {
    Matcher form = FORM.matcher(path);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean entries = "entries".equals(form.group(1));
    long n = Long.parseLong(form.group(2).replace("x", "").replace("/", "") + form.group(3));
    int width = form.group(4) == null ? WIDTH : Integer.parseInt(form.group(4));
    Tile tile = new Tile(entries, entries ? 0 : Integer.parseInt(form.group(1)), n, width);
    return tile.wider(width).equals(path) ? Optional.of(tile) : Optional.empty();
  }

  /** The tile of hashes {@code n} of a level of tiles; {@code width} 256 is a full one. */
  public static String hashes(int level, long n, int width) {
    return "tile/" + level + "/" + index(n) + partial(width);
  }

  /** The bundle of leaves {@code n}. */
  public static String entries(long n, int width) {
    return "tile/entries/" + index(n) + partial(width);
  }

  /** How many hashes a level of tiles has in a tree of {@code size} leaves. */
  public static long hashesAt(int level, long size) {
    return level * HEIGHT >= Long.SIZE ? 0 : size >> (level * HEIGHT);
  }

  private static String index(long n) {
    StringBuilder path = new StringBuilder(three(n % GROUP));
    for (long rest = n / GROUP; rest > 0; rest /= GROUP) {
      path.insert(0, "x" + three(rest % GROUP) + "/");
    }
    return path.toString();
  }

  private static String three(long digits) {
    String text = Long.toString(digits);
    return "0".repeat(3 - text.length()) + text;
  }

  private static String partial(int width) {
    return width == WIDTH ? "" : ".p/" + width;
  }
}
