package nl.korf.service.notices;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Port: a channel beside the inbox. A channel nobody brings to is not offered to subscribers.
 *
 * <p>What is handed over here is stored already in {@code notices.delivery}, in the transaction
 * that goes on: the courier writes down its work in that same transaction ({@link Scheduling} puts
 * it in the table of timers), and so has it if and only if the notices are stored. It delivers
 * afterwards, from its own threads. Handed over once for each delivery; a transaction that is
 * rolled back is tried again with the same.
 */
public interface Courier {

  Channel channel();

  /**
   * Writes down the work that delivers these, all of this channel.
   *
   * @param transaction to write with; not to be committed, rolled back or closed here. Used by
   *     nobody else meanwhile
   * @throws SQLException where it cannot be written: nothing of the batch is stored then
   */
  void take(Connection transaction, List<Delivery> due) throws SQLException;
}
