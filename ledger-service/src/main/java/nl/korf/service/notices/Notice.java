package nl.korf.service.notices;

import java.time.Instant;
import java.util.List;
import nl.korf.model.PersonId;
import nl.korf.model.notices.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was told of a fact.
 *
 * @param type the stored name of the fact
 * @param reasons why, the nearest first
 * @param readAt when it was read, or null
 */
public record Notice(
    PersonId person,
    long position,
    String type,
    Instant recordedAt,
    List<Reason> reasons,
    @Nullable Instant readAt) {

  public Notice {
    reasons = List.copyOf(reasons);
  }
}
