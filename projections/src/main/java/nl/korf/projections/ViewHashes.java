package nl.korf.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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

  /** The hash from a position on, until the next position that changes it. */
  @SuppressWarnings("ArrayRecordComponent") // passed along, never compared
  public record Change(long position, byte[] hash) {}

  /**
   * The positions after {@code after}, up to and including {@code upTo}, that changed the hash, in
   * order; about {@code limit} of them, and none only where there are none.
   *
   * @param upTo not beyond what all read models show
   */
  public List<Change> changes(long after, long upTo, int limit) {
    try (Connection connection = dataSource.getConnection()) {
      Map<ReadModel, Generation> live = new EnumMap<>(ReadModel.class);
      Map<ReadModel, byte[]> digests = new EnumMap<>(ReadModel.class);
      for (ReadModel model : ReadModel.values()) {
        live.put(model, projections.live(model));
        digests.put(model, Digests.at(connection, projections.live(model), after));
      }
      return changes(Digests.between(connection, live, after, upTo, limit), digests);
    } catch (SQLException failure) {
      throw new StoreUnreachable("read the view hashes after position " + after, failure);
    }
  }

  private static List<Change> changes(List<Digests.Step> steps, Map<ReadModel, byte[]> digests) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Digests.Step step = steps.get(i);
      digests.put(step.model(), step.digest());
      boolean last = i + 1 == steps.size() || steps.get(i + 1).position() != step.position();
      if (last) {
        changes.add(new Change(step.position(), ViewHash.of(digests)));
      }
    }
    return changes;
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
