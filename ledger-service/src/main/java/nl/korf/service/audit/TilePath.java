package nl.korf.service.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a tile or a bundle of leaves is found (C2SP tlog-tiles): {@code tile/1/x001/234.p/17}.
 *
 * @param level tile level; null: a bundle of leaves, {@code tile/entries/…}
 * @param width 256 where the path names no other
 */
record TilePath(@Nullable Integer level, long index, int width) {

  /** Levels that a ledger can reach: 256 to the power of this is more than positions can count. */
  private static final int LEVELS_MAX = 8;

  private static final int GROUP = 1_000;

  private static final Pattern FORM =
      Pattern.compile(
          "tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  /** The path of a tile of hashes. */
  static String of(int level, long index, int width) {
    return new TilePath(level, index, width).toString();
  }

  /** What a path names, written exactly as it is to be written; empty: nothing. */
  static Optional<TilePath> parse(String path) {
    Matcher parts = FORM.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Integer level = parts.group(1).equals("entries") ? null : Integer.valueOf(parts.group(1));
    long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
    int width = parts.group(3) == null ? Tile.WIDTH : Integer.parseInt(parts.group(3));
    TilePath found = new TilePath(level, index, width);
    boolean possible = level == null || level < LEVELS_MAX;
    return possible && found.toString().equals(path) ? Optional.of(found) : Optional.empty();
  }

  /** Groups of three digits, all but the last behind {@code x}. */
  private static String groups(long index) {
    String last = "%03d".formatted(index % GROUP);
    long rest = index / GROUP;
    StringBuilder groups = new StringBuilder(last);
    while (rest > 0) {
      groups.insert(0, "x%03d/".formatted(rest % GROUP));
      rest /= GROUP;
    }
    return groups.toString();
  }

  @Override
  public String toString() {
    return "tile/"
        + (level == null ? "entries" : level.toString())
        + "/"
        + groups(index)
        + (width == Tile.WIDTH ? "" : ".p/" + width);
  }
}
