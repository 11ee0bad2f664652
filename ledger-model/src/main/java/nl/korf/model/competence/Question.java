package nl.korf.model.competence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.DecisionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.PowerEvent.Flagged;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Obligation;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.PowerRow;
import org.jspecify.annotations.Nullable;

/**
 * The question put to every path.
 *
 * @param decider a person, or a group that decides as one
 * @param proposer who proposed what is decided, or null where not known
 * @param capacities as whom the decider can act
 * @param powers the act's power and all above it
 * @param total the value the limits are held against: the act and all linked to it
 */
record Question(
    Party decider,
    Act act,
    @Nullable PersonId proposer,
    Knowledge knowledge,
    Capacities capacities,
    List<PowerRow> powers,
    Total total) {

  /** Most decisions one act is added up with; more leave the total unknown. */
  static final int LINKED_MAX = 256;

  /**
   * The value of the act with everything linked to it (rule M5, against splitting).
   *
   * @param amount null for an act without money, and where something is missing
   * @param missing what would tell, or null
   */
  record Total(@Nullable Amount amount, @Nullable String missing) {}

  static Question of(Party decider, Act act, @Nullable PersonId proposer, Knowledge knowledge) {
    return new Question(
        decider,
        act,
        proposer,
        knowledge,
        Capacities.of(decider, knowledge),
        Taxonomy.upFrom(act.power(), knowledge),
        total(act, knowledge));
  }

  /** Whether the decider is this person. */
  boolean by(@Nullable PersonId person) {
    return person != null && decider.equals(Party.of(person));
  }

  /** How a proof names the decider. */
  String actor() {
    return capacities.named();
  }

  /** The category of the act's power, or null. */
  @Nullable String powerCategory() {
    return powers.isEmpty() ? null : powers.getFirst().category();
  }

  /** The category of the act's value or, without one, that of its power. */
  @Nullable String category() {
    return act.value() == null ? powerCategory() : act.value().category();
  }

  /** The power that carries the flag: the act's own or one above it. */
  Optional<PowerRow> flagged(PowerFlag flag) {
    return powers.stream()
        .filter(row -> row.flags().stream().map(Flagged::flag).anyMatch(flag::equals))
        .findFirst();
  }

  private static Total total(Act act, Knowledge knowledge) {
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
