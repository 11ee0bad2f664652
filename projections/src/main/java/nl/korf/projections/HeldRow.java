package nl.korf.projections;

import nl.korf.model.view.Segment;

/** A row of an entity while a follower holds it in memory. */
final class HeldRow {

  private final Segment segment;
  private final byte[] bytes;
  private final long knownFrom;
  private final long born;
  private long knownUntil = Held.STILL_KNOWN;
  private boolean stored;

  private HeldRow(Segment segment, byte[] bytes, long knownFrom, long born, boolean stored) {
    this.segment = segment;
    this.bytes = bytes;
    this.knownFrom = knownFrom;
    this.born = born;
    this.stored = stored;
  }

  static HeldRow opened(Segment segment, byte[] bytes, long position, long born) {
    return new HeldRow(segment, bytes, position, born, false);
  }

  static HeldRow stored(Segment segment, byte[] bytes, long knownFrom, long born) {
    return new HeldRow(segment, bytes, knownFrom, born, true);
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

  /** Position of the first fact about the entity. */
  long born() {
    return born;
  }

  long knownUntil() {
    return knownUntil;
  }

  /** Whether the database has it, at least as still known. */
  boolean isStored() {
    return stored;
  }
}
