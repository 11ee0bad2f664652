package nl.korf.service.kernel;

import java.time.Instant;
import java.util.List;
import nl.korf.model.facts.RecordedFact;
import org.jspecify.annotations.Nullable;

/**
 * The plainest answer to a command: where its facts lie.
 *
 * @param position of the first fact; null when the command changed nothing
 * @param facts names of the facts, in order
 */
public record Recorded(
    @Nullable Long position,
    @Nullable Instant recordedAt,
    @Nullable Instant effectiveAt,
    List<String> facts) {

  public static Recorded of(List<RecordedFact> facts) {
    List<String> names = facts.stream().map(f -> f.fact().getClass().getSimpleName()).toList();
    if (facts.isEmpty()) {
      return new Recorded(null, null, null, names);
    }
    RecordedFact first = facts.getFirst();
    return new Recorded(
        first.position(), first.envelope().recordedAt(), first.envelope().effectiveAt(), names);
  }
}
