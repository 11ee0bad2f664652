package nl.korf.model.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import org.jspecify.annotations.Nullable;

/**
 * A mandate and all it hangs from, up to its root; bounded by {@link MandateTerms#DEPTH_MAX} and
 * safe against circles.
 *
 * @param links the mandate itself first, the root last
 * @param brokenAt the mandate at which the walk had to stop, or null where it reached a root
 * @param problem why it stopped: {@code unknown}, {@code circle} or {@code too long}
 */
public record Chain(
    List<Dated<MandateRow>> links, @Nullable MandateId brokenAt, @Nullable String problem) {

  public Chain {
    links = List.copyOf(links);
  }

  public static Chain of(MandateId mandate, Knowledge knowledge) {
    List<Dated<MandateRow>> links = new ArrayList<>();
    Set<MandateId> seen = new HashSet<>();
    @Nullable MandateId next = mandate;
    while (next != null) {
      if (!seen.add(next)) {
        return new Chain(links, next, "circle");
      }
      if (links.size() >= MandateTerms.DEPTH_MAX) {
        return new Chain(links, next, "too long");
      }
      Optional<Dated<MandateRow>> link = knowledge.mandate(next);
      if (link.isEmpty()) {
        return new Chain(links, next, "unknown");
      }
      links.add(link.get());
      next = link.get().row().parent();
    }
    return new Chain(links, null, null);
  }

  /** Whether the walk reached a root. */
  public boolean whole() {
    return brokenAt == null;
  }

  public MandateRow root() {
    return links.getLast().row();
  }

  /** The lowest link that does not count at the instant; empty where all do (rule M8). */
  public Optional<Dated<MandateRow>> obstacle(Instant on) {
    return links.stream().filter(link -> !counts(link, on)).findFirst();
  }

  /**
   * {@code effective(m, t, P)}: the mandate and all above it are active (rule M8). A broken chain
   * is not.
   */
  public boolean effective(Instant on) {
    return whole() && obstacle(on).isEmpty();
  }

  /** Whether this one mandate is active at the instant, whatever is above it. */
  public static boolean counts(Dated<MandateRow> link, Instant on) {
    return link.covers(on) && link.row().state() == MandateState.ACTIVE;
  }
}
