package nl.korf.model.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
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
import nl.korf.model.money.Obligation;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.UseRow;

/** Decisions, the time in which they work, and the mandates they used. */
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
          InitiativeEvent _,
          RuleEvent _,
          RoundEvent _,
          DirectiveEvent _,
          ProgrammeEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(DecisionEvent event, Envelope envelope) {
    return switch (event) {
      case DecisionTaken fact -> taken(fact, envelope);
      case DecisionEvent.DecisionSuperseded _,
          DecisionEvent.DecisionRepealed _,
          DecisionEvent.DecisionReviewed _,
          DecisionEvent.DecisionRatified _,
          DecisionEvent.DissentRecorded _,
          DecisionEvent.DecisionSigned _ ->
          List.of();
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
    Steps own = Steps.of(row.entity(), envelope);
    List<Step> steps = new ArrayList<>();
    steps.add(own.begin(own.orEffective(fact.effectiveFrom()), row));
    fact.mandatesUsed().stream().distinct().forEach(used -> steps.add(use(used, fact, envelope)));
    return List.copyOf(steps);
  }

  /** An act of the ledger counts from its recording, recorded history from its own time. */
  private static Step use(MandateId mandate, DecisionTaken fact, Envelope envelope) {
    Act act = fact.act();
    Obligation value = act == null ? null : act.value();
    var row =
        new UseRow(
            mandate,
            fact.decision(),
            value == null ? null : value.category(),
            value == null ? null : value.total());
    Instant taken = envelope.imported() == null ? envelope.recordedAt() : envelope.effectiveAt();
    return Steps.of(row.entity(), envelope).begin(taken, row);
  }
}
