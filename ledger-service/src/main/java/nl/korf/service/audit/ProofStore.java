package nl.korf.service.audit;

import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.NotYetProven;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be shown to others: checkpoints, tiles, bundles of leaves, proofs of single facts. */
@Component
final class ProofStore {

  private final JdbcClient database;
  private final Checkpoints checkpoints;
  private final TileTable tiles;
  private final LeafBundles bundles;

  ProofStore(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
    this.checkpoints = new Checkpoints(database);
    this.tiles = new TileTable(database);
    this.bundles = new LeafBundles(database);
  }

  JdbcClient database() {
    return database;
  }

  Checkpoints checkpoints() {
    return checkpoints;
  }

  /** What lies at a path, for trees up to the last checkpoint; nothing else is published. */
  Optional<byte[]> at(TilePath path) {
    Integer level = path.level();
    int published = Tile.widthAt(level == null ? 0 : level, path.index(), checkpoints.size());
    if (path.width() > published) {
      return Optional.empty();
    }
    return level == null
        ? bundles.find(path.index(), path.width())
        : tiles
            .find(level, path.index(), path.width())
            .map(tile -> tile.first(path.width()).hashes());
  }

  /**
   * That the fact at a position is in the ledger (C2SP tlog-proof).
   *
   * @param size of the checkpoint to prove it against; null: the latest
   */
  String proof(long position, @Nullable Long size) {
    Checkpoints.Published checkpoint =
        size == null
            ? checkpoints.latest().orElseThrow(() -> new NotYetProven(position))
            : checkpoints.of(size).orElseThrow(() -> new NotFound("checkpoint " + size));
    if (position > checkpoint.size()) {
      if (size != null) {
        throw new NotFound("position %d in a checkpoint of %d".formatted(position, size));
      }
      throw new NotYetProven(position);
    }
    long index = position - 1;
    StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
    new Tree(new TileNodes(tiles))
        .inclusion(index, checkpoint.size())
        .forEach(hash -> proof.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    return proof.append('\n').append(checkpoint.note()).toString();
  }
}
