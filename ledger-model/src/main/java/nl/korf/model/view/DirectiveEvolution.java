package nl.korf.model.view;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DirectiveEvent;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.model.facts.DirectiveEvent.DirectiveExtended;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.LedgerEvent;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.PeopleEvent;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.DirectiveState;
import nl.korf.model.view.DirectiveRows.ReplyRow;

/** Directives, how each ended or will, and the replies to them. */
record DirectiveEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(DirectiveEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.DIRECTIVES;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case DirectiveEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          PeopleEvent _,
          BodyEvent _,
          RoleEvent _,
          GroupEvent _,
          PowerEvent _,
          MandateEvent _,
          InitiativeEvent _,
          DecisionEvent _,
          RuleEvent _,
          RoundEvent _,
          ProgrammeEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(DirectiveEvent event, Envelope envelope) {
    return switch (event) {
      case DirectiveIssued fact -> issued(fact, envelope);
      case DirectiveExtended fact -> extended(fact, envelope);
      case DirectiveLifted fact ->
          List.of(
              Steps.of("directive/" + fact.directive(), envelope)
                  .change(
                      DirectiveRow.class,
                      row -> runs(row, envelope) ? row.in(DirectiveState.LIFTED) : row));
      case DirectiveAnswered fact -> answered(fact, envelope);
    };
  }

  /** Recorded history can have ended before it was known to have begun. */
  private static List<Step> issued(DirectiveIssued fact, Envelope envelope) {
    boolean over = !fact.expiresAt().isAfter(envelope.effectiveAt());
    var row =
        new DirectiveRow(
            fact.directive(),
            fact.type(),
            fact.target(),
            fact.group(),
            fact.issuer(),
            fact.principal(),
            fact.by(),
            fact.act(),
            fact.competence(),
            fact.legalBasis(),
            envelope.effectiveAt(),
            fact.expiresAt(),
            false,
            over ? DirectiveState.LAPSED : DirectiveState.IN_FORCE,
            envelope.position(),
            fact.text() != null);
    Steps steps = Steps.of(row.entity(), envelope);
    return over
        ? List.of(steps.begin(row))
        : List.of(steps.begin(row), lapse(steps, fact.expiresAt()));
  }

  private static List<Step> extended(DirectiveExtended fact, Envelope envelope) {
    Steps steps = Steps.of("directive/" + fact.directive(), envelope);
    Step later =
        steps.change(
            DirectiveRow.class, row -> runs(row, envelope) ? row.until(fact.expiresAt()) : row);
    return List.of(later, lapse(steps, fact.expiresAt()));
  }

  /** At its end it runs no more, whichever fact is taken first at that instant. */
  private static boolean runs(DirectiveRow row, Envelope envelope) {
    return row.state() == DirectiveState.IN_FORCE
        && envelope.effectiveAt().isBefore(row.expiresAt());
  }

  /** Nobody has to act; an extension has an end of its own. */
  private static Step lapse(Steps steps, Instant expiresAt) {
    return steps.expire(
        expiresAt,
        Steps.onRow(
            DirectiveRow.class,
            row ->
                row.state() == DirectiveState.IN_FORCE && row.expiresAt().equals(expiresAt)
                    ? row.in(DirectiveState.LAPSED)
                    : row));
  }

  private static List<Step> answered(DirectiveAnswered fact, Envelope envelope) {
    var row =
        new ReplyRow(
            fact.directive(),
            fact.person(),
            fact.onBehalfOf(),
            envelope.position(),
            fact.text() != null);
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }
}
