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
import nl.korf.model.facts.ProgrammeEvent.InitiativeExcluded;
import nl.korf.model.facts.ProgrammeEvent.InitiativeIncluded;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeClosed;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeEstablished;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.ProgrammeRows.InclusionRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;

/** Programmes and the initiatives in them. */
record ProgrammeEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(ProgrammeEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.PROGRAMMES;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case ProgrammeEvent event -> steps(event, recorded.envelope());
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
          DirectiveEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(ProgrammeEvent event, Envelope envelope) {
    return switch (event) {
      case ProgrammeEstablished fact -> established(fact, envelope);
      case InitiativeIncluded fact -> included(fact, envelope);
      case InitiativeExcluded fact ->
          List.of(
              Steps.of("inclusion/" + fact.programme() + "/" + fact.initiative(), envelope).end());
      case ProgrammeClosed fact ->
          List.of(
              Steps.of("programme/" + fact.programme(), envelope)
                  .change(ProgrammeRow.class, ProgrammeRow::ended));
    };
  }

  private static List<Step> established(ProgrammeEstablished fact, Envelope envelope) {
    var row =
        new ProgrammeRow(
            fact.programme(),
            fact.title(),
            fact.year(),
            fact.group(),
            fact.organisations(),
            false,
            fact.purpose() == null ? null : envelope.position());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> included(InitiativeIncluded fact, Envelope envelope) {
    var row = new InclusionRow(fact.programme(), fact.initiative(), envelope.position());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }
}
