package nl.korf.service.audit;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Headers of neighbouring facts: {@code tile/entries/…} (C2SP tlog-tiles). */
final class LeafBundles {

  private static final int OCTET = 8;

  private final JdbcClient database;

  LeafBundles(JdbcClient database) {
    this.database = database;
  }

  /**
   * The first leaves of a bundle, each behind its length in two octets.
   *
   * @throws Difference.Found where the ledger does not have that many
   */
  byte[] read(long index, int width) {
    return find(index, width)
        .orElseThrow(() ->
            new Difference.Found(
                index * Tile.WIDTH + 1, new TilePath(null, index, width).toString(), width, "-"));
  }

  /** The same; empty where the ledger does not have that many. */
  Optional<byte[]> find(long index, int width) {
    long first = index * Tile.WIDTH;
    List<byte[]> headers =
        database
            .sql("select header from ledger.event where position > ? order by position limit ?")
            .params(first, width)
            .query((row, _) -> row.getBytes(1))
            .list();
    if (headers.size() < width) {
      return Optional.empty();
    }
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] header : headers) {
      bundle.write(header.length >> OCTET);
      bundle.write(header.length);
      bundle.writeBytes(header);
    }
    return Optional.of(bundle.toByteArray());
  }
}
