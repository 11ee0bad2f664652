package nl.korf.projections.map;

/** There is more in the ledger than one map is made of; the lists show all of it. */
public final class MapTooLarge extends RuntimeException {

  MapTooLarge(String what) {
    super(
        "the map is made of at most %d rows of %s".formatted(MapRows.ROWS_MAX, what),
        null,
        false,
        false);
  }
}
