package nl.korf.model.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionReviewed;
import nl.korf.model.facts.DecisionEvent.DecisionSigned;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.DissentRecorded;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
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
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.model.view.DecisionRows.DissentRow;
import nl.korf.model.view.DecisionRows.Ratification;
import nl.korf.model.view.DecisionRows.Repeal;
import nl.korf.model.view.DecisionRows.Review;
import nl.korf.model.view.DecisionRows.SupersessionRow;
import nl.korf.model.view.DecisionRows.UseRow;
import nl.korf.model.view.Row.DecisionRow;

/** Decisions, the time in which they work, what became of them, and the mandates they used. */
record DecisionEvolution() implements Evolution {

  /** A signature changes nothing of the decision itself. */
  private static final Set<String> TYPES =
      FactTypes.namesIn(DecisionEvent.class).stream()
          .filter(name -> !name.equals(FactTypes.nameOf(DecisionSigned.class)))
          .collect(Collectors.toUnmodifiableSet());

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
      case DecisionSuperseded fact -> superseded(fact, envelope);
      case DecisionRepealed fact -> change(fact.decision(), envelope, repealed(fact, envelope));
      case DecisionReviewed fact -> change(fact.decision(), envelope, reviewed(fact, envelope));
      case DecisionRatified fact -> change(fact.decision(), envelope, ratified(fact, envelope));
      case DissentRecorded fact -> dissent(fact, envelope);
      case DecisionSigned _ -> List.of();
    };
  }

  private static List<Step> taken(DecisionTaken fact, Envelope envelope) {
    Steps own = Steps.of("decision/" + fact.decision(), envelope);
    Instant from = micros(own.orEffective(fact.effectiveFrom()));
    boolean later = from.isAfter(envelope.effectiveAt());
    DecisionRow row =
        row(fact, later ? DecisionState.PENDING : DecisionState.IN_FORCE, from, envelope);
    List<Step> steps = new ArrayList<>();
    steps.add(own.begin(later ? envelope.effectiveAt() : from, row));
    if (later) {
      steps.add(own.change(from, DecisionRow.class, begun(envelope)));
    }
    if (fact.expiresAt() != null) {
      steps.add(own.expire(fact.expiresAt(), Steps.onRow(DecisionRow.class, expired(envelope))));
    }
    fact.mandatesUsed().stream().distinct().forEach(used -> steps.add(use(used, fact, envelope)));
    return List.copyOf(steps);
  }

  private static DecisionRow row(
      DecisionTaken fact, DecisionState state, Instant from, Envelope envelope) {
    return new DecisionRow(
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
        fact.round(),
        fact.delegation(),
        state,
        from,
        fact.expiresAt() == null ? null : micros(fact.expiresAt()),
        fact.reviewAt() == null ? null : micros(fact.reviewAt()),
        null,
        null,
        null,
        envelope.position(),
        fact.motivation() != null);
  }

  /** The time it named has come; whatever ended it before then stays. */
  private static UnaryOperator<DecisionRow> begun(Envelope envelope) {
    return row -> {
      if (row.takenAt() != envelope.position() || row.state() != DecisionState.PENDING) {
        return row;
      }
      DecisionDraft draft = new DecisionDraft(row);
      draft.state = DecisionState.IN_FORCE;
      return draft.row();
    };
  }

  private static UnaryOperator<DecisionRow> expired(Envelope envelope) {
    return row ->
        row.takenAt() != envelope.position() || row.ended()
            ? row
            : new DecisionDraft(row).end(DecisionState.EXPIRED).row();
  }

  private static List<Step> superseded(DecisionSuperseded fact, Envelope envelope) {
    String entity = "supersession/" + fact.decision() + "/" + fact.by();
    Steps steps = Steps.of(entity, envelope);
    Instant from = micros(steps.orEffective(fact.effectiveFrom()));
    return List.of(
        steps.begin(
            from,
            new SupersessionRow(
                fact.decision(),
                fact.by(),
                from,
                fact.revives(),
                fact.competence(),
                envelope.position())));
  }

  private static UnaryOperator<DecisionRow> repealed(DecisionRepealed fact, Envelope envelope) {
    return row -> {
      if (row.ended()) {
        return row;
      }
      DecisionDraft draft = new DecisionDraft(row).end(DecisionState.REPEALED);
      draft.repeal =
          new Repeal(
              micros(envelope.effectiveAt()),
              fact.by(),
              fact.competence(),
              fact.legalBasis(),
              envelope.position());
      return draft.row();
    };
  }

  private static UnaryOperator<DecisionRow> reviewed(DecisionReviewed fact, Envelope envelope) {
    return row -> {
      DecisionDraft draft = new DecisionDraft(row);
      Instant on = micros(envelope.effectiveAt());
      draft.review = new Review(fact.result(), fact.by(), on, envelope.position());
      if (row.ended()) {
        return draft.row();
      }
      Instant next = fact.nextReviewAt();
      draft.reviewAt = next == null ? null : micros(next);
      if (fact.result() == ReviewResult.REPEALED) {
        draft.end(DecisionState.REPEALED).repeal =
            new Repeal(on, fact.by(), null, null, envelope.position());
      }
      return draft.row();
    };
  }

  /** The first ratification counts; another adds nothing. */
  private static UnaryOperator<DecisionRow> ratified(DecisionRatified fact, Envelope envelope) {
    return row -> {
      if (row.ratification() != null) {
        return row;
      }
      DecisionDraft draft = new DecisionDraft(row);
      draft.ratification =
          new Ratification(
              fact.by(),
              fact.principal(),
              fact.competence(),
              micros(envelope.effectiveAt()),
              envelope.position());
      return draft.row();
    };
  }

  private static List<Step> dissent(DissentRecorded fact, Envelope envelope) {
    var row = new DissentRow(fact.decision(), fact.person(), envelope.position());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> change(
      DecisionId decision, Envelope envelope, UnaryOperator<DecisionRow> change) {
    Steps steps = Steps.of("decision/" + decision, envelope);
    return List.of(steps.change(DecisionRow.class, change));
  }

  /** Rows hold what a column can hold. */
  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
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
