package nl.korf.projections;

import nl.korf.model.view.Segment;

/** A row of an entity while a follower holds it in memory. */
final class HeldRow {

  private final Segment segment;
  private final byte[] bytes;
  private final long knownFrom;
  private long knownUntil = Held.STILL_KNOWN;
  private boolean stored;

  private HeldRow(Segment segment, byte[] bytes, long knownFrom, boolean stored) {
    this.segment = segment;
    this.bytes = bytes;
    this.knownFrom = knownFrom;
    this.stored = stored;
  }

  static HeldRow opened(Segment segment, byte[] bytes, long position) {
    return new HeldRow(segment, bytes, position, false);
  }

  static HeldRow stored(Segment segment, byte[] bytes, long knownFrom) {
    return new HeldRow(segment, bytes, knownFrom, true);
  }

  void close(long position) {
    knownUntil = position;
  }

  void markStored() {
    stored = true;
  }

  Segment segment() {
    return segment;
  }

  /** Canonical bytes of the row, as stored. */
  byte[] bytes() {
    return bytes;
  }

  long knownFrom() {
    return knownFrom;
  }

  long knownUntil() {
    return knownUntil;
  }

  /** Whether the database has it, at least as still known. */
  boolean isStored() {
    return stored;
  }
}
