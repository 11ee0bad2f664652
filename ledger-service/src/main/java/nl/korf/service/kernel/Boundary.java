package nl.korf.service.kernel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.korf.model.facts.RecordedFact;

/**
 * The part of the ledger one command depends on. Whatever a verb loads becomes part of the append
 * condition: its facts land only if nobody has appended a matching fact since it was loaded. One
 * boundary serves one decide on one thread.
 */
public interface Boundary {

  /** Folds the facts that match, in order of position, as of the head now. */
  <S> S load(Criteria criteria, S initial, BiFunction<S, RecordedFact, S> evolve);

  /**
   * Folds only what came after {@code position}: for a total that a read model knows up to there.
   * The condition guards the facts after it, so what the read model said may be relied on.
   */
  <S> S loadAfter(
      long position, Criteria criteria, S initial, BiFunction<S, RecordedFact, S> evolve);

  /** The facts that match, in order of position. */
  List<RecordedFact> facts(Criteria criteria);

  /**
   * Lets commands of this node that name the same key decide one after another. For what is
   * contended by nature (a cumulative cap): waiting is cheaper than conflicting. Where it has to
   * wait the verb is called anew afterwards, so call it as early as the key is known. A key never
   * replaces loading: other nodes do not know it.
   */
  void queueOn(String key);

  /** The moment this decide began; the facts are recorded at or after it. */
  Instant now();

  /** Who asks. */
  Actor actor();

  /** The id under which the command can be repeated safely. */
  UUID commandId();

  /**
   * Tells one sending of the command from another: the same for all attempts of one, while a
   * command that was refused and is sent again has the same {@link #commandId} and another request.
   */
  UUID requestId();

  /**
   * An identifier for something the client gave none, the same at every repeat of the command:
   * {@code prefix-} and 26 characters.
   */
  String newId(String prefix);

  /** The position up to which the loaded facts are complete: the P that a proof cites. */
  long position();
}
