package nl.korf.model.view;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DirectiveEvent;
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
import nl.korf.model.facts.RoleEvent.RoleAbolished;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.RoleRow;

/** Functions, and who holds them when. */
record RoleEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(RoleEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.ROLES;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case RoleEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          PeopleEvent _,
          BodyEvent _,
          GroupEvent _,
          PowerEvent _,
          MandateEvent _,
          InitiativeEvent _,
          DecisionEvent _,
          RuleEvent _,
          RoundEvent _,
          DirectiveEvent _,
          ProgrammeEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(RoleEvent event, Envelope envelope) {
    return switch (event) {
      case RoleRegistered fact -> registered(fact, envelope);
      case RoleAbolished fact ->
          List.of(
              Steps.of("role/" + fact.role(), envelope)
                  .change(RoleRow.class, RoleEvolution::abolished));
      case RoleAssigned fact -> assigned(fact, envelope);
      case RoleEnded fact ->
          List.of(Steps.of("appointment/" + fact.role() + "/" + fact.person(), envelope).end());
    };
  }

  private static List<Step> registered(RoleRegistered fact, Envelope envelope) {
    var row =
        new RoleRow(
            fact.role(),
            fact.name(),
            fact.body(),
            fact.embodies(),
            fact.reportsTo(),
            fact.specialises(),
            fact.cardinality(),
            fact.legalBasis(),
            false);
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static RoleRow abolished(RoleRow row) {
    return new RoleRow(
        row.role(),
        row.name(),
        row.body(),
        row.embodies(),
        row.reportsTo(),
        row.specialises(),
        row.cardinality(),
        row.legalBasis(),
        true);
  }

  private static List<Step> assigned(RoleAssigned fact, Envelope envelope) {
    var row = new AppointmentRow(fact.role(), fact.person(), envelope.position());
    Steps steps = Steps.of(row.entity(), envelope);
    Instant from = steps.orEffective(fact.from());
    Instant until = fact.until();
    if (until != null && !until.isAfter(from)) {
      return List.of();
    }
    return steps.between(row, from, until, before -> row.equals(before) ? null : before);
  }
}
