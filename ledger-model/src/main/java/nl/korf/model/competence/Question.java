package nl.korf.model.competence;

import java.util.List;
import java.util.Optional;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.PowerEvent.Flagged;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.knowledge.Total;
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

  static Question of(Party decider, Act act, @Nullable PersonId proposer, Knowledge knowledge) {
    return new Question(
        decider,
        act,
        proposer,
        knowledge,
        Capacities.of(decider, knowledge),
        Taxonomy.upFrom(act.power(), knowledge),
        Total.of(act, knowledge));
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
}
