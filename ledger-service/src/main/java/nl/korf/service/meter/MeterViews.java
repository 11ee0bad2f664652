package nl.korf.service.meter;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import nl.korf.model.BodyId;
import nl.korf.projections.AsOf;
import nl.korf.projections.Reads;
import nl.korf.projections.pyramid.KnownPyramid;
import nl.korf.projections.pyramid.PyramidRows;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was known at the positions asked for last. It never changes, so it is read once; one at a
 * time, so that many who ask for the same wait for it together. Safe from any thread.
 */
@Component
final class MeterViews {

  /** Most positions of which what was known is kept. */
  static final int POSITIONS_MAX = 4;

  private final PyramidRows rows;
  private final ReentrantLock reading = new ReentrantLock();
  private final Map<Long, KnownPyramid> read = new LinkedHashMap<>(POSITIONS_MAX, 0.75f, true);

  MeterViews(Reads reads) {
    this.rows = new PyramidRows(reads);
  }

  /**
   * The meter as known at a position, about an instant.
   *
   * @throws NotFound where nothing was known of the organisation
   * @throws nl.korf.projections.pyramid.PyramidTooLarge where there is more than it counts
   */
  Meter at(AsOf asOf, @Nullable BodyId organisation) {
    Meter meter = new Meter(known(asOf.position()), asOf.on(), organisation);
    if (!meter.knows()) {
      throw new NotFound("body " + organisation);
    }
    return meter;
  }

  /**
   * Its figures from a moment on; null: from the beginning.
   *
   * @throws InvalidRequest where the moment comes after the instant
   */
  static Pyramid since(Meter meter, AsOf asOf, @Nullable Instant since) {
    if (since != null && since.isAfter(asOf.on())) {
      throw new InvalidRequest(
          "since", Fault.WRONG_VALUE, "value", since.toString(), "expected", "≤ " + asOf.on());
    }
    return meter.since(since);
  }

  private KnownPyramid known(long position) {
    reading.lock();
    try {
      KnownPyramid known = read.get(position);
      if (known == null) {
        known = rows.at(position);
        read.put(position, known);
        if (read.size() > POSITIONS_MAX) {
          read.remove(read.keySet().iterator().next());
        }
      }
      return known;
    } finally {
      reading.unlock();
    }
  }
}
