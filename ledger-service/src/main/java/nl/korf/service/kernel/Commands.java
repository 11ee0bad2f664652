package nl.korf.service.kernel;

import java.util.UUID;

/**
 * Takes commands. Safe from any thread; blocks (on a virtual thread, cheaply) until the facts are
 * durable.
 *
 * <p>Throws {@code Refused} when a rule says no, at a head read during this call; {@link
 * ConflictPersists} when others kept appending to the boundary; the {@code AppendRefused} of the
 * event store when it cannot take facts now. After any of these nothing of the command is stored,
 * and the same id may be used again.
 */
public interface Commands {

  /** Decides the command by its verb, at most once for one id. */
  Receipt send(Command command, Actor actor, UUID commandId);

  /**
   * Decides the command as {@link #send} would now, and appends nothing. What others append until
   * it is sent may lead to another outcome.
   */
  Decided consider(Command command, Actor actor);
}
