package nl.korf.service.authority;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import org.jspecify.annotations.Nullable;

/**
 * One search for those who may decide.
 *
 * @param id of the request that asked
 * @param actor who asked
 * @param position as known at
 * @param on about this instant
 * @param cursor where this piece of the answer began; null: at the beginning
 * @param found the parties named in this piece
 */
record RecordedSearch(
    UUID id,
    Instant searchedAt,
    String actor,
    Asked asked,
    long position,
    Instant on,
    @Nullable String cursor,
    List<Found> found) {

  /** What was asked: about an act, and who proposed it. */
  record Asked(Act act, @Nullable PersonId proposer) {}

  /** Who was found, and by which mandate; none for the body that holds the power itself. */
  record Found(Party party, @Nullable MandateId mandate) {}

  RecordedSearch {
    found = List.copyOf(found);
  }
}
