package nl.korf.service.memory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.service.authority.Checks;
import nl.korf.service.authority.ReadModels;
import nl.korf.service.authority.RecordedCheck;
import org.jspecify.annotations.Nullable;

/**
 * Read models and record of checks in memory: the read models fold the ledger's facts, up to a
 * position at which a test can hold them back until somebody waits for them.
 */
public final class MemoryAuthority implements ReadModels, Checks {

  private final Map<UUID, RecordedCheck> checks = new LinkedHashMap<>();
  private Supplier<List<RecordedFact>> facts = List::of;
  private @Nullable Long heldAt;

  /** Follows a ledger. */
  public void follow(MemoryLedger ledger) {
    facts = ledger::facts;
  }

  /** Shows nothing after a position until it is waited for. */
  public void holdAt(long position) {
    heldAt = position;
  }

  public List<RecordedCheck> checks() {
    return List.copyOf(checks.values());
  }

  @Override
  public Knowledge asOf(long position, Instant on) {
    return InMemoryKnowledge.of(facts.get(), position, on);
  }

  @Override
  public long position() {
    return heldAt == null ? facts.get().size() : heldAt;
  }

  @Override
  public boolean await(long position) {
    heldAt = null;
    return true;
  }

  @Override
  public void record(RecordedCheck check) {
    checks.put(check.id(), check);
  }

  @Override
  public Optional<RecordedCheck> find(UUID id) {
    return Optional.ofNullable(checks.get(id));
  }
}
