package nl.korf.model.view;

import java.util.List;
import java.util.Set;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.LedgerEvent;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.PeopleEvent;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.view.Row.DecisionRow;

/** Decisions and the time in which they work. */
record DecisionEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(DecisionEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.DECISIONS;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case DecisionEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          PeopleEvent _,
          BodyEvent _,
          RoleEvent _,
          GroupEvent _,
          PowerEvent _,
          MandateEvent _,
          InitiativeEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(DecisionEvent event, Envelope envelope) {
    return switch (event) {
      case DecisionTaken fact -> taken(fact, envelope);
    };
  }

  private static List<Step> taken(DecisionTaken fact, Envelope envelope) {
    var row =
        new DecisionRow(
            fact.decision(),
            fact.initiative(),
            fact.title(),
            fact.rule(),
            fact.decidedBy(),
            fact.decidedFor(),
            fact.principal(),
            fact.act(),
            fact.competence(),
            fact.mandatesUsed(),
            fact.stage(),
            envelope.position(),
            fact.motivation() != null);
    Steps steps = Steps.of(row.entity(), envelope);
    return List.of(steps.begin(steps.orEffective(fact.effectiveFrom()), row));
  }
}
