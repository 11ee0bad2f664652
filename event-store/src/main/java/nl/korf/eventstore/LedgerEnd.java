package nl.korf.eventstore;

import java.util.List;
import nl.korf.eventstore.LedgerSession.TailFact;

/**
 * The end of the ledger as the appender knows it: what is committed, and in memory beyond it what
 * the batch at hand has accepted. Used by the appender's thread alone.
 */
final class LedgerEnd {

  private final RecentFacts recent;
  private final int windowFacts;
  private boolean known;
  private long committed;

  LedgerEnd(int windowFacts) {
    this.recent = new RecentFacts(windowFacts);
    this.windowFacts = windowFacts;
  }

  /** Everything up to here is durable and was seen by this node. */
  long committed() {
    return committed;
  }

  RecentFacts recent() {
    return recent;
  }

  /**
   * How much of the tail to ask for: the newest fact alone at first, later all the window holds.
   */
  int tailLimit() {
    return known ? windowFacts + 1 : 1;
  }

  /**
   * Takes in what was written since our last batch, by other nodes or by an earlier process.
   *
   * @param tail newest first, from the last committed fact on, at most {@link #tailLimit}
   * @throws LedgerCorrupt when the last committed fact is gone or one after it is missing
   */
  void follow(List<TailFact> tail) {
    long oldest = tail.isEmpty() ? 0 : tail.getLast().position();
    boolean moreThanTheWindow = tail.size() == tailLimit() && oldest > committed;
    if (!known || moreThanTheWindow) {
      recent.restartAt(oldest);
    } else if (!continuesAt(oldest)) {
      throw LedgerCorrupt.missing(committed, oldest);
    }
    long behind = recent.end();
    for (TailFact fact : tail.reversed()) {
      if (fact.position() != behind) {
        recent.add(fact.position(), fact.type(), fact.tags());
      }
    }
    known = true;
    committed = recent.end();
  }

  /** The last committed fact is still there; where there was none, the ledger may have begun. */
  private boolean continuesAt(long oldest) {
    return oldest == committed || (committed == 0 && oldest == 1);
  }

  /** What the batch accepted is durable now. */
  void commit() {
    committed = recent.end();
    recent.trim();
  }

  /** What the batch accepted was not stored. */
  void takeBack() {
    recent.takeBackAfter(committed);
  }
}
