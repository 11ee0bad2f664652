package nl.korf.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.korf.eventstore.StoreUnreachable;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.ViewHash;

/**
 * The hash of the shared view at any position: what a rebuilt read model, another node and an
 * auditor's replay must give too.
 */
public final class ViewHashes {

  private final DataSource dataSource;
  private final Projections projections;

  public ViewHashes(DataSource dataSource, Projections projections) {
    this.dataSource = dataSource;
    this.projections = projections;
  }

  /** The view hash at a position; empty while some read model has not come as far. */
  public Optional<byte[]> at(long position) {
    if (position > projections.position()) {
      return Optional.empty();
    }
    try (Connection connection = dataSource.getConnection()) {
      Map<ReadModel, byte[]> digests = new EnumMap<>(ReadModel.class);
      for (ReadModel model : ReadModel.values()) {
        digests.put(model, Digests.at(connection, projections.live(model), position));
      }
      return Optional.of(ViewHash.of(digests));
    } catch (SQLException failure) {
      throw new StoreUnreachable("read the view hash at position " + position, failure);
    }
  }
}
