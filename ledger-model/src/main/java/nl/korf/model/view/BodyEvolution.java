package nl.korf.model.view;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.korf.model.BodyId;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.BodyEvent.BodyDissolved;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.BodyRenamed;
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
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.Row.BodyRow;

/** Bodies: registered, renamed, dissolved. */
record BodyEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(BodyEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.BODIES;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case BodyEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          PeopleEvent _,
          RoleEvent _,
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

  private static List<Step> steps(BodyEvent event, Envelope envelope) {
    return switch (event) {
      case BodyRegistered fact -> registered(fact, envelope);
      case BodyRenamed fact -> change(fact.body(), envelope, row -> named(row, fact));
      case BodyDissolved fact -> change(fact.body(), envelope, BodyEvolution::dissolved);
    };
  }

  private static List<Step> registered(BodyRegistered fact, Envelope envelope) {
    var row =
        new BodyRow(
            fact.body(),
            fact.name(),
            fact.identifier(),
            fact.kind(),
            fact.parent(),
            fact.legalBasis(),
            false);
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> change(BodyId body, Envelope envelope, UnaryOperator<BodyRow> change) {
    return List.of(Steps.of("body/" + body, envelope).change(BodyRow.class, change));
  }

  private static BodyRow named(BodyRow row, BodyRenamed fact) {
    return new BodyRow(
        row.body(),
        fact.name(),
        row.identifier(),
        row.kind(),
        row.parent(),
        row.legalBasis(),
        row.dissolved());
  }

  private static BodyRow dissolved(BodyRow row) {
    return new BodyRow(
        row.body(), row.name(), row.identifier(), row.kind(), row.parent(), row.legalBasis(), true);
  }
}
