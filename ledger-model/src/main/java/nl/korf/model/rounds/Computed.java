package nl.korf.model.rounds;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a round, with how it was counted.
 *
 * @param failed the first condition that does not hold ({@code quorum}, {@code threshold}, …); null
 *     where it was adopted
 * @param values what that condition compared, by name
 */
public record Computed(
    RoundOutcome outcome, Tally tally, @Nullable String failed, Map<String, String> values) {

  public Computed {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
