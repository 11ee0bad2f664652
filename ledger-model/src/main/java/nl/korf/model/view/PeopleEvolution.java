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
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.Row.PersonRow;

/** People who take part. */
record PeopleEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(PeopleEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.PEOPLE;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case PeopleEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          BodyEvent _,
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

  private static List<Step> steps(PeopleEvent event, Envelope envelope) {
    return switch (event) {
      case PersonRegistered fact -> {
        var row = new PersonRow(fact.person(), fact.team());
        yield List.of(Steps.of(row.entity(), envelope).begin(row));
      }
    };
  }
}
