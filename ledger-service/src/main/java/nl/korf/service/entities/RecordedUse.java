package nl.korf.service.entities;

import java.time.Instant;
import java.util.List;
import nl.korf.model.MandateId;
import nl.korf.model.money.Amount;

/**
 * What the read models know of the use made of a mandate: the sum up to a position, so that a
 * boundary has to source only what came after it.
 */
@FunctionalInterface
public interface RecordedUse {

  /** The use in one category, as of the position the read models have reached. */
  Known of(MandateId mandate, String category, Instant on);

  /**
   * A sum and how far it reaches.
   *
   * @param position facts up to and including this one are in the sum
   * @param totals one for each currency and VAT basis
   */
  record Known(long position, List<Amount> totals) {
    public Known {
      totals = List.copyOf(totals);
    }
  }
}
