package nl.korf.service.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tiles in the database: the one place they are read from, whoever serves them. */
final class TileTable implements TileNodes.Source {

  private final JdbcClient database;

  TileTable(JdbcClient database) {
    this.database = database;
  }

  /** Stores tiles as they are now; those that were there have grown. */
  void store(List<Tile> tiles) {
    if (tiles.isEmpty()) {
      return;
    }
    List<Integer> levels = new ArrayList<>();
    List<Long> indices = new ArrayList<>();
    List<byte[]> hashes = new ArrayList<>();
    for (Tile tile : tiles) {
      levels.add(tile.level());
      indices.add(tile.index());
      hashes.add(tile.hashes());
    }
    database
        .sql(
            """
            insert into audit.tile (level, index, hashes)
            select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])
            on conflict (level, index) do update set hashes = excluded.hashes
            """)
        .param(levels.toArray(Integer[]::new))
        .param(indices.toArray(Long[]::new))
        .param(hashes.toArray(byte[][]::new))
        .update();
  }

  @Override
  public Tile tile(int level, long index, int width) {
    return find(level, index, width)
        .orElseThrow(() ->
            new Difference.Found(
                (index << (Tile.HEIGHT * (level + 1))) + 1,
                TilePath.of(level, index, Tile.WIDTH),
                width,
                "-"));
  }

  /** The tile with all it has now, if it has at least that many hashes. */
  Optional<Tile> find(int level, long index, int width) {
    return database
        .sql("select hashes from audit.tile where level = ? and index = ?")
        .params(level, index)
        .query((row, _) -> new Tile(level, index, row.getBytes(1)))
        .optional()
        .filter(tile -> tile.width() >= width);
  }
}
