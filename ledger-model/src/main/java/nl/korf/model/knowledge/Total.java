package nl.korf.model.knowledge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.DecisionId;
import nl.korf.model.authority.Act;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Obligation;
import nl.korf.model.view.Row.DecisionRow;
import org.jspecify.annotations.Nullable;

/**
 * The value of an act with everything linked to it (rule M5, against splitting).
 *
 * @param amount null for an act without money, and where something is missing
 * @param missing what would tell, or null
 */
public record Total(@Nullable Amount amount, @Nullable String missing) {

  /** Most decisions one act is added up with; more leave the total unknown. */
  public static final int LINKED_MAX = 256;

  /** The total, as far as the knowledge tells. */
  public static Total of(Act act, Knowledge knowledge) {
    Obligation value = act.value();
    if (value == null) {
      return new Total(null, null);
    }
    Amount sum = value.total();
    Set<DecisionId> linked = linked(act, knowledge);
    if (linked.size() > LINKED_MAX) {
      return new Total(null, "fewer than " + LINKED_MAX + " linked decisions");
    }
    for (DecisionId decision : linked) {
      Optional<DecisionRow> row = knowledge.decision(decision);
      Act other = row.map(DecisionRow::act).orElse(null);
      if (other == null) {
        return new Total(null, "the value of linked decision " + decision);
      }
      Obligation more = other.value();
      if (more == null || !more.category().equals(value.category())) {
        continue;
      }
      if (!more.total().comparableWith(sum)) {
        return new Total(null, "linked decision " + decision + " in the same currency and VAT");
      }
      sum = sum.plus(more.total());
    }
    return new Total(sum, null);
  }

  /** Linked decisions, and what those are linked to; one more than the limit at most. */
  private static Set<DecisionId> linked(Act act, Knowledge knowledge) {
    Set<DecisionId> all = new LinkedHashSet<>();
    Deque<DecisionId> open = new ArrayDeque<>(act.linkedTo());
    while (!open.isEmpty() && all.size() <= LINKED_MAX) {
      DecisionId next = open.removeFirst();
      if (all.add(next)) {
        knowledge.decision(next).map(DecisionRow::act).map(Act::linkedTo).ifPresent(open::addAll);
      }
    }
    return all;
  }
}
