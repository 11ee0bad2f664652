package nl.korf.service.imports;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.korf.model.Identifier;
import nl.korf.service.entities.Entities;

/**
 * Entities seen in the ledger before. An identifier that was given out stays given out, so what is
 * remembered here needs no place in a command's boundary: no later fact can make it untrue. Safe
 * from any thread.
 */
final class KnownEntities {

  /** Most identifiers remembered; then it begins anew. */
  private static final int REMEMBERED_MAX = 1_000_000;

  private final Set<Identifier> seen = ConcurrentHashMap.newKeySet();

  /** Whether the identifier was given out, by memory or by the boundary. */
  boolean exists(Identifier id, Entities entities) {
    if (seen.contains(id)) {
      return true;
    }
    boolean there = entities.taken(id).isPresent();
    if (there) {
      remember(id);
    }
    return there;
  }

  /** The identifier was given out: the fact that did so is in the ledger. */
  void remember(Identifier id) {
    if (seen.size() >= REMEMBERED_MAX) {
      seen.clear();
    }
    seen.add(id);
  }
}
