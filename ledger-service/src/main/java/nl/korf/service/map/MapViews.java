package nl.korf.service.map;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import nl.korf.model.map.Birth;
import nl.korf.model.map.MapLayout;
import nl.korf.model.view.ViewHash;
import nl.korf.projections.Reads;
import nl.korf.projections.ViewHashes;
import nl.korf.projections.map.KnownMap;
import nl.korf.projections.map.KnownMap.OfficePeriod;
import nl.korf.projections.map.MapRows;
import nl.korf.service.founding.Ledger;
import nl.korf.service.identity.Directory;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The maps that were asked for last. What was known at a position never changes, so a map is made
 * once; one at a time, so that many who ask for the same one wait for it together. Safe from any
 * thread.
 */
@Component
final class MapViews {

  /** Most maps that are kept. */
  static final int MAPS_MAX = 8;

  /**
   * @param layout the epoch asked for, or null: the one of the position
   */
  private record Key(long position, @Nullable Long layout) {}

  private final MapRows rows;
  private final ViewHashes hashes;
  private final Reading reading;
  private final Ledger ledger;
  private final ReentrantLock making = new ReentrantLock();
  private final Map<Key, MapColumns> made = new LinkedHashMap<>(MAPS_MAX, 0.75f, true);

  MapViews(Reads reads, ViewHashes hashes, Reading reading, Ledger ledger) {
    this.rows = new MapRows(reads);
    this.hashes = hashes;
    this.reading = reading;
    this.ledger = ledger;
  }

  /**
   * The map as known at a position.
   *
   * @param layout an epoch whose places to keep to, at or after that of the position; null: its own
   * @throws NotFound where nothing was packed anew at {@code layout}
   * @throws nl.korf.projections.map.MapTooLarge where there is more than a map can show
   */
  MapColumns at(long position, @Nullable Long layout) {
    making.lock();
    try {
      Key key = new Key(position, layout);
      MapColumns columns = made.get(key);
      if (columns == null) {
        columns = make(position, layout);
        made.put(key, columns);
        if (made.size() > MAPS_MAX) {
          made.remove(made.keySet().iterator().next());
        }
      }
      return columns;
    } finally {
      making.unlock();
    }
  }

  /**
   * What the persons on a map are called now; never kept.
   *
   * @throws NotFound where the read models do not show the position
   */
  MapNames names(long position, @Nullable Long layout, Directory directory) {
    if (position < 0 || position > reading.projected()) {
      throw new NotFound("position " + position);
    }
    MapColumns columns = at(position, layout);
    List<OfficePeriod> offices = rows.offices(position);
    return MapNames.of(columns, offices, directory.names(MapNames.persons(columns, offices)));
  }

  private MapColumns make(long position, @Nullable Long layout) {
    KnownMap known = rows.at(position);
    long recordedAt = reading.recordedAt(position).orElse(Instant.EPOCH).getEpochSecond();
    String hash = hashes.at(position).map(HexFormat.of()::formatHex).orElse(null);
    return new Columns(known, ledger.name(), recordedAt)
        .of(places(known, position, layout), position, ViewHash.VIEW_VERSION, hash);
  }

  private MapLayout places(KnownMap known, long position, @Nullable Long layout) {
    KnownMap born = known;
    if (layout != null && layout > position) {
      if (layout > reading.projected()) {
        throw new NotFound("layout " + layout);
      }
      born = rows.at(layout);
    }
    List<Birth> births = Nodes.births(born);
    MapLayout places = MapLayout.of(births);
    if (layout != null && layout != places.epoch()) {
      throw new NotFound("layout " + layout);
    }
    return places;
  }
}
