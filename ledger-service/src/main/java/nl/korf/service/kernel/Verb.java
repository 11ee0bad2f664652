package nl.korf.service.kernel;

import java.util.List;
import nl.korf.model.facts.RecordedFact;

/**
 * One use case: how a command becomes facts. Stateless and safe from any thread.
 *
 * @param <C> the command it decides
 */
public interface Verb<C extends Command> {

  /** The command's record class. */
  Class<C> command();

  /**
   * Decides, on what it loads through the boundary and nothing else; throws {@code Refused} with
   * everything that is wrong. May be called several times for one command: when somebody appended
   * to the boundary meanwhile, and when a refusal turns out to rest on an old head.
   */
  Decided decide(C command, Boundary boundary);

  /**
   * The answer for whoever asked; a function of the command and the facts it led to (an empty list
   * when it led to none), so that a repeat of the command gets the same.
   */
  default Object answer(C command, List<RecordedFact> facts) {
    return Recorded.of(facts);
  }
}
