package nl.korf.service.entities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.korf.model.DirectiveId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Subject;
import nl.korf.model.directives.Effects;
import nl.korf.model.facts.DirectiveEvent.DirectiveExtended;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.DirectiveState;
import nl.korf.model.view.ReadModel;
import nl.korf.service.kernel.Criteria;
import org.jspecify.annotations.Nullable;

/**
 * Directives as sourced in one boundary. Whoever decides asks {@link #notHeld} about everything the
 * decision is about: then a directive that lands before the decision refuses it, and one that was
 * in force and lapsed meanwhile does not.
 */
public final class StandingDirectives {

  private static final RecordedUse NO_USE =
      (mandate, category, on) -> new RecordedUse.Known(0, List.of());

  private final Entities entities;

  private StandingDirectives(Entities entities) {
    this.entities = entities;
  }

  public static StandingDirectives in(Entities entities) {
    return new StandingDirectives(entities);
  }

  /** A directive as it stands now, in whatever state. */
  public Optional<DirectiveRow> directive(DirectiveId id) {
    return entities.inForce(
        ReadModel.DIRECTIVES, "directive/" + id, changing("directive", id), DirectiveRow.class);
  }

  /** The directives in force that are aimed at exactly this. */
  public List<DirectiveRow> on(Subject target) {
    Criteria facts = changing("directed-at", target);
    return entities.allInForce(ReadModel.DIRECTIVES, facts, DirectiveRow.class).stream()
        .filter(row -> row.state() == DirectiveState.IN_FORCE)
        .toList();
  }

  /**
   * Why nothing may be decided on these: a hold on one of them, or a call-in by another than
   * whoever decides.
   *
   * @param decider the person who decides; null: a group does
   */
  public List<Reason> obstacles(@Nullable PersonId decider, Collection<Subject> targets) {
    List<Reason> obstacles = new ArrayList<>();
    for (Subject target : List.copyOf(targets)) {
      for (DirectiveRow row : on(target)) {
        long position = entities.origin(row).position();
        Effects.obstacle(row, actsAs(decider, row.issuer()), position).ifPresent(obstacles::add);
      }
    }
    return obstacles;
  }

  /** Adds why nothing may be decided on these, see {@link #obstacles}. */
  public void notHeld(Reasons reasons, @Nullable PersonId decider, Collection<Subject> targets) {
    reasons.addAll(obstacles(decider, targets));
  }

  /** Whether a person acts as a role, or as a body by a role that embodies it. */
  public boolean actsAs(@Nullable PersonId person, Party party) {
    return person != null
        && Capacities.of(person, new SourcedKnowledge(entities, List.of(), NO_USE)).includes(party);
  }

  private static Criteria changing(String key, Object value) {
    return Criteria.tagged(
        key, value, DirectiveIssued.class, DirectiveExtended.class, DirectiveLifted.class);
  }
}
