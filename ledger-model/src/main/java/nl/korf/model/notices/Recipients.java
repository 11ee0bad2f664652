package nl.korf.model.notices;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.korf.model.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a fact by their place in the ledger, and what was looked at to find them.
 *
 * @param reasons by person; nobody is here without one
 * @param asked every relation that was looked at, in that order
 * @param actor the person who acted and is not told of it by their place, or null
 */
public record Recipients(
    Map<PersonId, SortedSet<Reason>> reasons, List<Asked> asked, @Nullable PersonId actor) {

  /**
   * A relation that was looked at.
   *
   * @param via the party whose people were looked up, or null
   * @param people how many stand in it
   */
  public record Asked(Reason.Kind kind, String subject, @Nullable String via, int people) {}

  public Recipients {
    reasons = Map.copyOf(reasons);
    asked = List.copyOf(asked);
  }

  /** The reasons as they are stored, by person, in order: to be compared and told. */
  public SortedMap<String, List<String>> written() {
    return reasons.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().value(),
                entry -> entry.getValue().stream().map(Reason::written).toList(),
                (one, _) -> one,
                TreeMap::new));
  }
}
