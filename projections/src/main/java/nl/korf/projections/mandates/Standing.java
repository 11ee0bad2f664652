package nl.korf.projections.mandates;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.korf.model.MandateId;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import nl.korf.projections.Held;
import org.jspecify.annotations.Nullable;

/**
 * A mandate and what it hangs from, about one instant.
 *
 * @param on the instant
 * @param mandate as it stands; where it has not begun by then, its first state
 * @param above from its parent up to the root
 * @param missing the mandate at which the way up ended before a root: not known, or a circle
 */
public record Standing(
    Instant on,
    Held<MandateRow> mandate,
    List<Held<MandateRow>> above,
    @Nullable MandateId missing) {

  public Standing {
    above = List.copyOf(above);
  }

  /** Whether it counts: it and all above it are active (rule M8). */
  public boolean effective() {
    return missing == null && endedBy().isEmpty();
  }

  /** The lowest mandate, itself or above, that is not active. */
  public Optional<Held<MandateRow>> endedBy() {
    return Stream.concat(Stream.of(mandate), above.stream())
        .filter(link -> !active(link))
        .findFirst();
  }

  private boolean active(Held<MandateRow> link) {
    return link.row().state() == MandateState.ACTIVE && !link.from().isAfter(on);
  }
}
