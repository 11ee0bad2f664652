package nl.korf.eventstore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a writer said it tried and was told, held against what is stored. An append that was
 * acknowledged is stored where it was said to be; one that was refused is not; one that nobody
 * tried is not there; of one without an answer, either may be true. Safe from any thread.
 */
final class AckOracle {

  /** The positions of an append; {@code first} 0 where the writer does not know them. */
  record Range(long first, long last) {}

  private final Set<UUID> tried = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Range> acknowledged = new ConcurrentHashMap<>();
  private final Map<UUID, String> refused = new ConcurrentHashMap<>();
  private volatile int foundStored;

  void tried(UUID append) {
    tried.add(append);
  }

  /** The first acknowledgement of an append counts. */
  void acknowledged(UUID append, Range where) {
    acknowledged.putIfAbsent(append, where);
  }

  /** Refused for a reason, named as the exception that told it. */
  void refused(UUID append, String reason) {
    refused.put(append, reason);
  }

  /** How many appends the writer was told are stored. */
  int acknowledged() {
    return acknowledged.size() - foundStored;
  }

  /** Appends that were tried and of which the writer has not heard. */
  Set<UUID> unanswered() {
    Set<UUID> open = new HashSet<>(tried);
    open.removeAll(acknowledged.keySet());
    open.removeAll(refused.keySet());
    return open;
  }

  /** What had no answer has one now, from the ledger itself, and keeps it. */
  synchronized void settle(Map<UUID, Range> stored) {
    for (UUID append : unanswered()) {
      Range where = stored.get(append);
      if (where == null) {
        refused(append, "not stored after a kill");
      } else {
        acknowledged(append, where);
        foundStored++;
      }
    }
  }

  /** What is stored against what was said; empty when they agree. No append may be under way. */
  List<String> contradictions(Map<UUID, Range> stored) {
    List<String> found = new ArrayList<>();
    acknowledged.forEach((append, said) -> {
      Range is = stored.get(append);
      if (is == null || (said.first() != 0 && !is.equals(said))) {
        found.add("append %s was acknowledged as %s, stored is %s".formatted(append, said, is));
      }
    });
    refused.forEach((append, reason) -> {
      boolean unknown = reason.equals(OutcomeUnknown.class.getSimpleName());
      if (!unknown && stored.containsKey(append) && !acknowledged.containsKey(append)) {
        found.add("append %s was refused as %s and is stored".formatted(append, reason));
      }
    });
    stored.keySet().stream()
        .filter(append -> !tried.contains(append))
        .forEach(append -> found.add("append %s is stored and was never tried".formatted(append)));
    return found;
  }
}
