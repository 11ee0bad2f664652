package nl.korf.service.pages;

import java.util.ArrayList;
import java.util.List;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.service.kernel.LedgerFacts;

/** Every fact with a tag, as known at a position. */
final class TaggedFacts {

  private TaggedFacts() {}

  /** In order of position, up to and including {@code position}. */
  static List<RecordedFact> upTo(long position, String tag, FactLog log) {
    List<RecordedFact> facts = new ArrayList<>();
    long after = 0;
    List<StoredFact> piece;
    do {
      piece = log.byTag(tag, after, FactLog.SCAN_FACTS);
      for (StoredFact fact : piece) {
        if (fact.position() <= position) {
          facts.add(LedgerFacts.recorded(fact));
        }
        after = fact.position();
      }
    } while (piece.size() == FactLog.SCAN_FACTS && after < position);
    return facts;
  }
}
