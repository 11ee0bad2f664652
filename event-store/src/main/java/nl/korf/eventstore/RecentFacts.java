package nl.korf.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest facts in memory, to answer most append conditions without a query. Knows every fact
 * after {@link #start} up to {@link #end}. Used by the appender's thread alone.
 */
final class RecentFacts {

  private record Seen(long position, String type, List<String> tags) {}

  private final int capacity;
  private final Deque<Seen> all = new ArrayDeque<>();
  private final Map<String, Deque<Seen>> byTag = new HashMap<>();
  private long start;
  private long end;

  RecentFacts(int capacity) {
    this.capacity = capacity;
  }

  /** Facts up to here are not known; a condition with an older marker needs the database. */
  long start() {
    return start;
  }

  /** The last fact known. */
  long end() {
    return end;
  }

  /** Forgets everything; what follows starts behind {@code position}. */
  void restartAt(long position) {
    all.clear();
    byTag.clear();
    start = position;
    end = position;
  }

  /** The fact after the last one. */
  void add(long position, String type, List<String> tags) {
    if (position != end + 1) {
      throw LedgerCorrupt.gap(end + 1, position);
    }
    Seen seen = new Seen(position, type, tags);
    all.addLast(seen);
    for (String tag : tags) {
      byTag.computeIfAbsent(tag, absent -> new ArrayDeque<>(2)).addLast(seen);
    }
    end = position;
  }

  /**
   * Takes back what was added after {@code position}: it was not committed. Where all that is known
   * lies after it, nothing is known any more.
   */
  void takeBackAfter(long position) {
    if (position < start) {
      restartAt(position);
    }
    while (end > position) {
      for (String tag : all.removeLast().tags()) {
        forget(tag, false);
      }
      end--;
    }
  }

  /** Drops the oldest facts beyond the capacity. */
  void trim() {
    while (all.size() > capacity) {
      Seen oldest = all.removeFirst();
      for (String tag : oldest.tags()) {
        forget(tag, true);
      }
      start = oldest.position();
    }
  }

  /** Whether a known fact after {@code marker} belongs to the boundary. */
  boolean anyAfter(long marker, Boundary boundary) {
    if (marker >= end) {
      return false;
    }
    return boundary.isEverything()
        ? !all.isEmpty()
        : boundary.criteria().stream().anyMatch(criterion -> anyAfter(marker, criterion));
  }

  private boolean anyAfter(long marker, Boundary.Criterion criterion) {
    @Nullable Deque<Seen> candidates = candidates(criterion);
    if (candidates == null) {
      return false;
    }
    Iterator<Seen> newestFirst = candidates.descendingIterator();
    while (newestFirst.hasNext()) {
      Seen seen = newestFirst.next();
      if (seen.position() <= marker) {
        return false;
      }
      if (criterion.matches(seen.type(), seen.tags())) {
        return true;
      }
    }
    return false;
  }

  /** The facts of the criterion's rarest tag; null where a tag has none. */
  private @Nullable Deque<Seen> candidates(Boundary.Criterion criterion) {
    Deque<Seen> fewest = all;
    for (String tag : criterion.tags()) {
      @Nullable Deque<Seen> tagged = byTag.get(tag);
      if (tagged == null) {
        return null;
      }
      fewest = tagged.size() < fewest.size() ? tagged : fewest;
    }
    return fewest;
  }

  private void forget(String tag, boolean oldest) {
    Deque<Seen> tagged = Objects.requireNonNull(byTag.get(tag));
    if (oldest) {
      tagged.removeFirst();
    } else {
      tagged.removeLast();
    }
    if (tagged.isEmpty()) {
      byTag.remove(tag);
    }
  }
}
