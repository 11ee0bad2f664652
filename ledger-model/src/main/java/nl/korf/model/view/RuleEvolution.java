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
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.facts.RuleEvent.RuleDefined;
import nl.korf.model.facts.RuleEvent.RuleRetired;
import nl.korf.model.view.RoundRows.RuleRow;

/** The rules groups lay down: the latest version of each, and whether it is retired. */
record RuleEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(RuleEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.RULES;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case RuleEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          PeopleEvent _,
          BodyEvent _,
          RoleEvent _,
          GroupEvent _,
          PowerEvent _,
          MandateEvent _,
          InitiativeEvent _,
          DecisionEvent _,
          RoundEvent _,
          DirectiveEvent _,
          ProgrammeEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(RuleEvent event, Envelope envelope) {
    return switch (event) {
      case RuleDefined fact -> {
        var row =
            new RuleRow(
                fact.rule(),
                fact.version(),
                fact.name(),
                fact.group(),
                fact.spec(),
                false,
                envelope.position());
        yield List.of(Steps.of(row.entity(), envelope).begin(row));
      }
      case RuleRetired fact ->
          List.of(
              Steps.of("rule/" + fact.rule(), envelope)
                  .change(RuleRow.class, RuleEvolution::retired));
    };
  }

  private static RuleRow retired(RuleRow row) {
    return new RuleRow(
        row.rule(), row.version(), row.name(), row.group(), row.spec(), true, row.definedAt());
  }
}
