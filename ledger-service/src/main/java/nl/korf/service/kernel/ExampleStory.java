package nl.korf.service.kernel;

import java.time.Instant;

/**
 * Port: the first facts of an example ledger, told through ordinary commands at moments of its own.
 * Its command ids are fixed, so that a telling that was cut short goes on when it is told again.
 */
public interface ExampleStory {

  /** The name of the ledger. */
  String ledgerName();

  /** When it begins: the moment the ledger is founded. */
  Instant begin();

  /**
   * Tells it; sets the clock before every command.
   *
   * @param present when the ledger is founded, in real time; the same when a telling goes on
   */
  void tell(Commands commands, StoryClock clock, Instant present);
}
