package nl.korf.service.authority;

import java.util.Optional;
import java.util.UUID;

/** Where authority checks are recorded: one row for each id, a later one in its place. */
public interface Checks {

  /** Durable when it returns. */
  void record(RecordedCheck check);

  /**
   * The check with this id or, where there is none, the last one of the command with this id; what
   * it asked about decisions taken earlier only where it asked nothing else.
   */
  Optional<RecordedCheck> find(UUID id);
}
