package nl.korf.projections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a batch of facts changes, gathered to be written in one transaction. */
final class Changes {

  /**
   * A fact was about an entity.
   *
   * @param lastStepAt up to when the entity's timeline is unfolded after it
   */
  record Concerned(String entity, long position, Instant lastStepAt) {}

  /** The hash after a fact that changed a row. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hashed(long position, byte[] digest) {}

  private final List<HeldRow> opened = new ArrayList<>();
  private final List<HeldRow> closed = new ArrayList<>();
  private final List<HeldRow> ended = new ArrayList<>();
  private final List<Concerned> concerned = new ArrayList<>();
  private final List<Hashed> hashed = new ArrayList<>();
  private final Set<Entity> touched = new LinkedHashSet<>();

  void open(HeldRow row) {
    opened.add(row);
  }

  /** A row that was opened in this very batch is written once, closed; others are updated. */
  void close(HeldRow row, long position) {
    row.close(position);
    ended.add(row);
    if (row.isStored()) {
      closed.add(row);
    }
  }

  void concern(Entity entity, long position, Instant lastStepAt) {
    touched.add(entity);
    concerned.add(new Concerned(entity.name(), position, lastStepAt));
  }

  void hash(long position, byte[] digest) {
    hashed.add(new Hashed(position, digest));
  }

  List<HeldRow> opened() {
    return opened;
  }

  /** Rows the database has, to be closed there. */
  List<HeldRow> closed() {
    return closed;
  }

  /** All rows that ended, whether the database has them or not. */
  List<HeldRow> ended() {
    return ended;
  }

  List<Concerned> concerned() {
    return concerned;
  }

  List<Hashed> hashed() {
    return hashed;
  }

  /** The entities that became others. */
  Set<Entity> touched() {
    return touched;
  }

  boolean isEmpty() {
    return concerned.isEmpty();
  }

  /** All of this is committed. */
  void written() {
    opened.forEach(HeldRow::markStored);
    touched.forEach(Entity::written);
  }

  /** What ended is committed; what is still held is not. */
  void loaded() {
    touched.forEach(Entity::written);
  }
}
