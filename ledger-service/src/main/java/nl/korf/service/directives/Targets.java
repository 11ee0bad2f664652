package nl.korf.service.directives;

import java.util.List;
import java.util.Optional;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.Subject;
import nl.korf.model.authority.Act;
import nl.korf.model.directives.Target;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Organisations;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Criteria;
import org.jspecify.annotations.Nullable;

/** What a directive is aimed at, as sourced: whose decision it is, and by which power. */
final class Targets {

  private final Entities entities;

  private Targets(Entities entities) {
    this.entities = entities;
  }

  static Targets in(Entities entities) {
    return new Targets(entities);
  }

  /**
   * The target.
   *
   * @throws nl.korf.model.Refused where there is no such thing
   */
  Target target(Subject subject, Reasons reasons) {
    return switch (subject.kind()) {
      case INITIATIVE -> initiative(subject, reasons);
      case ROUND -> round(subject);
      case DECISION -> decision(subject);
      case GROUP -> group(subject);
    };
  }

  private Target initiative(Subject subject, Reasons reasons) {
    InitiativeId id = new InitiativeId(subject.id());
    InitiativeRow row = Reasons.subject(entities.initiative(id), id);
    if (row.withdrawn()) {
      reasons.ended(entities, row, Refusal.INITIATIVE_WITHDRAWN, "initiative", id);
    }
    return of(subject, row.owner(), null, List.of());
  }

  private Target round(Subject subject) {
    RoundOpened opened = opened(new RoundId(subject.id()));
    return of(subject, opened.group(), opened.act(), List.of());
  }

  private Target decision(Subject subject) {
    DecisionRow row = decided(new DecisionId(subject.id()));
    return of(subject, groupOf(row), row.act(), row.mandatesUsed());
  }

  private Target group(Subject subject) {
    GroupId id = new GroupId(subject.id());
    GroupRow row = Reasons.subject(entities.group(id), id);
    return of(subject, row.group(), null, List.of());
  }

  private @Nullable GroupId groupOf(DecisionRow row) {
    Party decidedFor = row.decidedFor();
    if (decidedFor != null && decidedFor.kind() == Party.Kind.GROUP) {
      return new GroupId(decidedFor.id());
    }
    return row.initiative() == null
        ? null
        : entities.initiative(row.initiative()).map(InitiativeRow::owner).orElse(null);
  }

  private Target of(
      Subject subject, @Nullable GroupId group, @Nullable Act act, List<MandateId> used) {
    return new Target(
        subject,
        group,
        act,
        used,
        group == null ? List.of() : Organisations.in(entities).of(group));
  }

  /** The initiative the subject is, or is about. */
  Optional<InitiativeId> initiativeOf(Subject subject) {
    return switch (subject.kind()) {
      case INITIATIVE -> Optional.of(new InitiativeId(subject.id()));
      case ROUND -> Optional.ofNullable(opened(new RoundId(subject.id())).initiative());
      case DECISION -> Optional.ofNullable(decided(new DecisionId(subject.id())).initiative());
      case GROUP -> Optional.empty();
    };
  }

  /** Where a decision was taken, for a subject that is one. */
  Optional<Long> decidedAt(Subject subject) {
    return subject.kind() == Subject.Kind.DECISION
        ? Optional.of(decided(new DecisionId(subject.id())).takenAt())
        : Optional.empty();
  }

  private DecisionRow decided(DecisionId id) {
    return Reasons.subject(entities.decision(id), id);
  }

  private RoundOpened opened(RoundId id) {
    return Reasons.subject(
        entities.facts(Criteria.tagged("round", id, RoundOpened.class)).stream()
            .map(RecordedFact::fact)
            .map(RoundOpened.class::cast)
            .findFirst(),
        id);
  }
}
