package nl.korf.model.view;

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
import nl.korf.model.facts.PowerEvent.AttributionEnded;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.Row.AttributionRow;
import nl.korf.model.view.Row.PowerRow;

/** The taxonomy of powers, and which body holds one by attribution. */
record PowerEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(PowerEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.POWERS;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case PowerEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          PeopleEvent _,
          BodyEvent _,
          RoleEvent _,
          GroupEvent _,
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

  private static List<Step> steps(PowerEvent event, Envelope envelope) {
    return switch (event) {
      case PowerRegistered fact -> registered(fact, envelope);
      case PowerAttributed fact -> attributed(fact, envelope);
      case AttributionEnded fact ->
          List.of(Steps.of("attribution/" + fact.power() + "/" + fact.body(), envelope).end());
    };
  }

  private static List<Step> registered(PowerRegistered fact, Envelope envelope) {
    var row =
        new PowerRow(
            fact.power(),
            fact.name(),
            fact.parent(),
            fact.category(),
            fact.flags(),
            fact.legalBasis());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> attributed(PowerAttributed fact, Envelope envelope) {
    var row = new AttributionRow(fact.power(), fact.body(), fact.legalBasis(), envelope.position());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }
}
