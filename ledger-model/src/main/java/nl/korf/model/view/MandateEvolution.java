package nl.korf.model.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DirectiveEvent;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.LedgerEvent;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.MandatePublished;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.PeopleEvent;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import org.jspecify.annotations.Nullable;

/** Each mandate by itself; what happens above it is intersected at read (rule M8). */
record MandateEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(MandateEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.MANDATES;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case MandateEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          PeopleEvent _,
          BodyEvent _,
          RoleEvent _,
          GroupEvent _,
          PowerEvent _,
          InitiativeEvent _,
          DecisionEvent _,
          RuleEvent _,
          RoundEvent _,
          DirectiveEvent _,
          ProgrammeEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(MandateEvent event, Envelope envelope) {
    return switch (event) {
      case MandateGranted fact -> granted(fact.mandate(), null, fact.terms(), envelope);
      case SubMandateGranted fact -> granted(fact.mandate(), fact.parent(), fact.terms(), envelope);
      case MandateNarrowed fact -> narrowed(fact, envelope);
      case MandateSuspended fact ->
          move(fact.mandate(), envelope, MandateState.SUSPENDED, MandateState.ACTIVE);
      case SuspensionLifted fact ->
          move(fact.mandate(), envelope, MandateState.ACTIVE, MandateState.SUSPENDED);
      case MandateAccepted _, MandateDeclined _, MandatePublished _ -> List.of();
      case MandateRevoked fact ->
          move(
              fact.mandate(),
              envelope,
              MandateState.REVOKED,
              MandateState.ACTIVE,
              MandateState.SUSPENDED);
    };
  }

  private static List<Step> granted(
      MandateId mandate, @Nullable MandateId parent, MandateTerms terms, Envelope envelope) {
    Steps steps = Steps.of("mandate/" + mandate, envelope);
    Instant from = steps.orEffective(terms.from());
    Instant until = terms.until();
    boolean over = until != null && !until.isAfter(from);
    var row =
        new MandateRow(
            mandate,
            parent,
            terms,
            over ? MandateState.EXPIRED : MandateState.ACTIVE,
            envelope.position());
    return steps.between(row, from, over ? null : until, expiryAt(until, envelope));
  }

  private static List<Step> narrowed(MandateNarrowed fact, Envelope envelope) {
    Steps steps = Steps.of("mandate/" + fact.mandate(), envelope);
    Instant until = fact.until();
    List<Step> all = new ArrayList<>();
    all.add(steps.change(MandateRow.class, row -> narrowed(row, fact, envelope)));
    if (until != null && until.isAfter(envelope.effectiveAt())) {
      all.add(steps.expire(until, expiryAt(until, envelope)));
    }
    return List.copyOf(all);
  }

  private static MandateRow narrowed(MandateRow row, MandateNarrowed fact, Envelope envelope) {
    if (ended(row)) {
      return row;
    }
    MandateTerms terms =
        row.terms()
            .narrowed(
                fact.scope(),
                fact.limits(),
                fact.addedExclusions(),
                fact.until(),
                fact.noFurtherSubMandates());
    Instant until = terms.until();
    boolean over = until != null && !until.isAfter(envelope.effectiveAt());
    return new MandateRow(
        row.mandate(),
        row.parent(),
        terms,
        over ? MandateState.EXPIRED : row.state(),
        envelope.position());
  }

  /** The end the terms name; a later narrowing may have named an earlier one, never a later. */
  private static Step.Change expiryAt(@Nullable Instant until, Envelope envelope) {
    return Steps.onRow(
        MandateRow.class,
        row ->
            ended(row) || until == null || !until.equals(row.terms().until())
                ? row
                : inState(row, MandateState.EXPIRED, envelope));
  }

  private static List<Step> move(
      MandateId mandate, Envelope envelope, MandateState to, MandateState... from) {
    List<MandateState> states = List.of(from);
    return List.of(
        Steps.of("mandate/" + mandate, envelope)
            .change(
                MandateRow.class,
                row -> states.contains(row.state()) ? inState(row, to, envelope) : row));
  }

  private static boolean ended(MandateRow row) {
    return row.state() == MandateState.REVOKED || row.state() == MandateState.EXPIRED;
  }

  private static MandateRow inState(MandateRow row, MandateState state, Envelope envelope) {
    return new MandateRow(row.mandate(), row.parent(), row.terms(), state, envelope.position());
  }
}
