package nl.korf.model.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DecisionEvent.DecisionSigned;
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
import nl.korf.model.view.MandateRows.SignatureRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import org.jspecify.annotations.Nullable;

/**
 * Each mandate by itself; what happens above it is intersected at read (rule M8). Also what was
 * signed under a signing mandate.
 */
record MandateEvolution() implements Evolution {

  private static final Set<String> TYPES =
      Stream.concat(
              FactTypes.namesIn(MandateEvent.class).stream(),
              Stream.of(FactTypes.nameOf(DecisionSigned.class)))
          .collect(Collectors.toUnmodifiableSet());

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
      case DecisionSigned signed -> signed(signed, recorded.envelope());
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
      case MandateGranted fact ->
          granted(
              new MandateRow(
                  fact.mandate(),
                  null,
                  fact.terms(),
                  MandateState.ACTIVE,
                  fact.consents(),
                  fact.consents(),
                  fact.record(),
                  null,
                  envelope.position()),
              envelope);
      case SubMandateGranted fact ->
          granted(
              new MandateRow(
                  fact.mandate(),
                  fact.parent(),
                  fact.terms(),
                  MandateState.ACTIVE,
                  fact.consents(),
                  fact.consents(),
                  fact.record(),
                  null,
                  envelope.position()),
              envelope);
      case MandateNarrowed fact -> narrowed(fact, envelope);
      case MandateSuspended fact ->
          move(fact.mandate(), envelope, MandateState.SUSPENDED, MandateState.ACTIVE);
      case SuspensionLifted fact ->
          move(fact.mandate(), envelope, MandateState.ACTIVE, MandateState.SUSPENDED);
      case MandateAccepted fact ->
          onOwn(fact.mandate(), envelope, row -> accepted(row, fact.party(), envelope));
      case MandateDeclined fact ->
          onOwn(fact.mandate(), envelope, row -> declined(row, fact.party(), envelope));
      case MandatePublished fact ->
          onOwn(fact.mandate(), envelope, row -> published(row, fact.reference()));
      case MandateRevoked fact ->
          move(
              fact.mandate(),
              envelope,
              MandateState.REVOKED,
              MandateState.PROPOSED,
              MandateState.ACTIVE,
              MandateState.SUSPENDED);
    };
  }

  private static List<Step> signed(DecisionSigned fact, Envelope envelope) {
    var row =
        new SignatureRow(
            fact.decision(), fact.by(), fact.mandate(), fact.competence(), envelope.position());
    return List.of(Steps.of(row.entity(), envelope).beginUnlessThere(row));
  }

  private static List<Step> granted(MandateRow granted, Envelope envelope) {
    MandateTerms terms = granted.terms();
    Steps steps = Steps.of(granted.entity(), envelope);
    Instant from = steps.orEffective(terms.from());
    Instant until = terms.until();
    boolean over = until != null && !until.isAfter(from);
    MandateState begins =
        granted.consents().isEmpty() ? MandateState.ACTIVE : MandateState.PROPOSED;
    MandateRow row = inState(granted, over ? MandateState.EXPIRED : begins, envelope);
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
    MandateState state = over ? MandateState.EXPIRED : row.state();
    return with(row, terms, state, row.awaited(), row.published(), envelope.position());
  }

  /** The last consent it waited for makes it count; that is derived, no fact of its own. */
  private static MandateRow accepted(MandateRow row, Party party, Envelope envelope) {
    if (row.state() != MandateState.PROPOSED || !row.awaited().contains(party)) {
      return row;
    }
    List<Party> left = row.awaited().stream().filter(one -> !one.equals(party)).toList();
    MandateState state = left.isEmpty() ? MandateState.ACTIVE : MandateState.PROPOSED;
    return with(row, row.terms(), state, left, row.published(), envelope.position());
  }

  private static MandateRow declined(MandateRow row, Party party, Envelope envelope) {
    return row.state() == MandateState.PROPOSED && row.awaited().contains(party)
        ? inState(row, MandateState.DECLINED, envelope)
        : row;
  }

  /** Says nothing about whether it counts, so its version stays. */
  private static MandateRow published(MandateRow row, String reference) {
    return with(row, row.terms(), row.state(), row.awaited(), reference, row.version());
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
    return onOwn(
        mandate, envelope, row -> states.contains(row.state()) ? inState(row, to, envelope) : row);
  }

  private static List<Step> onOwn(
      MandateId mandate, Envelope envelope, UnaryOperator<MandateRow> change) {
    return List.of(Steps.of("mandate/" + mandate, envelope).change(MandateRow.class, change));
  }

  private static boolean ended(MandateRow row) {
    return switch (row.state()) {
      case PROPOSED, ACTIVE, SUSPENDED -> false;
      case DECLINED, REVOKED, EXPIRED -> true;
    };
  }

  private static MandateRow inState(MandateRow row, MandateState state, Envelope envelope) {
    return with(row, row.terms(), state, row.awaited(), row.published(), envelope.position());
  }

  private static MandateRow with(
      MandateRow row,
      MandateTerms terms,
      MandateState state,
      List<Party> awaited,
      @Nullable String published,
      long version) {
    return new MandateRow(
        row.mandate(),
        row.parent(),
        terms,
        state,
        row.consents(),
        awaited,
        row.record(),
        published,
        version);
  }
}
