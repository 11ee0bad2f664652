package nl.korf.service.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Hashes every row anew and compares with everything that was derived from it: tiles, the roots of
 * all checkpoints, their signatures. For one thread.
 */
final class Verification {

  private final Connection connection;
  private final String ledger;
  private final TileTable tiles;
  private final Checkpoints checkpoints;
  private final List<VerifierKey> keys;
  private final long integrated;
  private final Deque<Checkpoints.Published> ahead = new ArrayDeque<>();
  private final TreeBuilder tree = new TreeBuilder();
  private boolean exhausted;

  Verification(Connection connection, String ledger) {
    JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.connection = connection;
    this.ledger = ledger;
    this.tiles = new TileTable(database);
    this.checkpoints = new Checkpoints(database);
    this.keys = Keys.all(database);
    this.integrated = Progress.read(database).size();
  }

  /**
   * Verifies everything up to a position.
   *
   * @param done told after each batch
   * @throws Difference.Found with the first difference
   */
  void run(long upTo, LongConsumer done) throws SQLException {
    RowCheck check = new RowCheck(ledger, 0, null);
    while (tree.size() < upTo) {
      int limit = (int) Math.min(Integrator.BATCH, upTo - tree.size());
      List<StoredRow> rows = StoredRow.after(connection, tree.size(), limit);
      if (rows.isEmpty()) {
        throw missing(tree.size());
      }
      for (StoredRow row : rows) {
        tree.append(check.next(row));
        checkpoint();
      }
      tree.changed().stream().filter(Tile::isFull).forEach(this::compare);
      done.accept(tree.size());
    }
    if (tree.size() < integrated && upTo < integrated) {
      throw missing(tree.size());
    }
    edge();
  }

  private static Difference.Found missing(long size) {
    return new Difference.Found(size + 1, "pos", size + 1, "nothing");
  }

  private void checkpoint() {
    Checkpoints.@Nullable Published next = next();
    if (next == null || next.size() != tree.size()) {
      return;
    }
    ahead.removeFirst();
    byte[] root = tree.root();
    if (!Arrays.equals(root, next.root())) {
      throw different("checkpoint", root, next.root());
    }
    Checkpoint signed = Checkpoint.parse(next.own().text());
    if (signed.size() != next.size() || !Arrays.equals(signed.root(), root)) {
      throw different("checkpoint", root, signed.root());
    }
    if (keys.stream().noneMatch(key -> key.verifies(next.own()))) {
      throw new Difference.Found(next.size(), "signature", "by a key of this ledger", "none");
    }
  }

  private Checkpoints.@Nullable Published next() {
    if (ahead.isEmpty() && !exhausted) {
      ahead.addAll(checkpoints.after(tree.size() - 1, Integrator.BATCH));
      exhausted = ahead.isEmpty();
    }
    return ahead.peekFirst();
  }

  /** The tiles that are not full yet. */
  private void edge() {
    for (int level = 0; level < Tile.levels(tree.size()); level++) {
      long index = tree.size() >> ((level + 1) * Tile.HEIGHT);
      int width = Tile.widthAt(level, index, tree.size());
      if (width > 0) {
        compare(tree.edge(level));
      }
    }
  }

  private void compare(Tile tile) {
    int stored = Tile.widthAt(tile.level(), tile.index(), Math.min(integrated, tree.size()));
    if (stored == 0) {
      return;
    }
    Tile found = tiles.tile(tile.level(), tile.index(), stored).first(stored);
    Tile expected = tile.first(stored);
    int at = Arrays.mismatch(found.hashes(), expected.hashes()) / Merkle.HASH_BYTES;
    if (!found.equals(expected)) {
      long position = ((tile.index() * Tile.WIDTH + at) << (Tile.HEIGHT * tile.level())) + 1;
      throw new Difference.Found(
          position,
          TilePath.of(tile.level(), tile.index(), Tile.WIDTH),
          HexFormat.of().formatHex(expected.hash(at)),
          HexFormat.of().formatHex(found.hash(at)));
    }
  }

  private Difference.Found different(String part, byte[] expected, byte[] found) {
    HexFormat hex = HexFormat.of();
    return new Difference.Found(tree.size(), part, hex.formatHex(expected), hex.formatHex(found));
  }
}
