package nl.korf.model.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.InitiativeEvent.GroupJoinedInitiative;
import nl.korf.model.facts.InitiativeEvent.GroupLeftInitiative;
import nl.korf.model.facts.InitiativeEvent.InitiativeLinked;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeRestored;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.facts.InitiativeEvent.InitiativeTransferred;
import nl.korf.model.facts.InitiativeEvent.InitiativeUnlinked;
import nl.korf.model.facts.InitiativeEvent.InitiativeWithdrawn;
import nl.korf.model.facts.InitiativeEvent.MilestoneSet;
import nl.korf.model.facts.InitiativeEvent.PersonInvolved;
import nl.korf.model.facts.InitiativeEvent.PersonReleased;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.model.facts.LedgerEvent;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.PeopleEvent;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.InvolvementRow;
import nl.korf.model.view.Row.LinkRow;
import org.jspecify.annotations.Nullable;

/** Initiatives, the people in them and the relations between them. */
record InitiativeEvolution() implements Evolution {

  private static final Set<String> TYPES =
      Stream.concat(
              FactTypes.namesIn(InitiativeEvent.class).stream(),
              Stream.of(DecisionTaken.class, DecisionRepealed.class, DecisionSuperseded.class)
                  .map(FactTypes::nameOf))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public ReadModel readModel() {
    return ReadModel.INITIATIVES;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case InitiativeEvent event -> steps(event, recorded.envelope());
      case DecisionEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          PeopleEvent _,
          BodyEvent _,
          RoleEvent _,
          GroupEvent _,
          PowerEvent _,
          MandateEvent _,
          RuleEvent _,
          RoundEvent _,
          DirectiveEvent _,
          ProgrammeEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(InitiativeEvent event, Envelope envelope) {
    return switch (event) {
      case InitiativeProposed fact -> proposed(fact, envelope);
      case InitiativeRevised fact ->
          change(fact.initiative(), envelope, draft -> draft.revise(fact, envelope.position()));
      case InitiativeTransferred fact ->
          change(fact.initiative(), envelope, draft -> draft.owner = fact.owner());
      case GroupJoinedInitiative fact ->
          change(fact.initiative(), envelope, draft -> draft.join(fact.group()));
      case GroupLeftInitiative fact ->
          change(fact.initiative(), envelope, draft -> draft.leave(fact.group()));
      case PersonInvolved fact -> involved(fact, envelope);
      case PersonReleased fact -> released(fact, envelope);
      case MilestoneSet fact ->
          change(fact.initiative(), envelope, draft -> draft.milestone = fact.milestone());
      case InitiativeLinked fact -> linked(fact, envelope);
      case InitiativeUnlinked fact -> unlinked(fact, envelope);
      case StageChanged fact -> moved(fact, envelope);
      case InitiativeWithdrawn fact ->
          change(fact.initiative(), envelope, draft -> draft.withdrawn = true);
      case InitiativeRestored fact ->
          change(fact.initiative(), envelope, draft -> draft.withdrawn = false);
    };
  }

  /**
   * A decision may move the initiative it is about to another stage: when it begins to work, unless
   * it was ended by then.
   */
  private static List<Step> steps(DecisionEvent event, Envelope envelope) {
    return switch (event) {
      case DecisionTaken fact -> decided(fact, envelope);
      case DecisionRepealed fact -> calledOff(fact.decision(), fact.initiative(), envelope);
      case DecisionSuperseded fact ->
          forGood(fact, envelope)
              ? calledOff(fact.decision(), fact.initiative(), envelope)
              : List.of();
      case DecisionEvent.DecisionReviewed _,
          DecisionEvent.DecisionRatified _,
          DecisionEvent.DissentRecorded _,
          DecisionEvent.DecisionSigned _ ->
          List.of();
    };
  }

  private static List<Step> decided(DecisionTaken fact, Envelope envelope) {
    String stage = fact.stage();
    if (fact.initiative() == null || stage == null) {
      return List.of();
    }
    Steps steps = Steps.of("initiative/" + fact.initiative(), envelope);
    return steps.announce(
        fact.decision().value(),
        steps.orEffective(fact.effectiveFrom()),
        InitiativeRow.class,
        drafted(draft -> draft.stage = stage));
  }

  /** Whether the earlier decision never works again, whatever becomes of the later one. */
  private static boolean forGood(DecisionSuperseded fact, Envelope envelope) {
    Instant from = fact.effectiveFrom();
    return !fact.revives() && (from == null || !from.isAfter(envelope.effectiveAt()));
  }

  private static List<Step> calledOff(
      DecisionId decision, @Nullable InitiativeId initiative, Envelope envelope) {
    return initiative == null
        ? List.of()
        : List.of(Steps.of("initiative/" + initiative, envelope).callOff(decision.value()));
  }

  /** A stage that is set stays, whatever was decided before. */
  private static List<Step> moved(StageChanged fact, Envelope envelope) {
    Steps steps = Steps.of("initiative/" + fact.initiative(), envelope);
    return List.of(
        steps.change(
            InitiativeRow.class, drafted(draft -> draft.move(fact.stage(), fact.maturity()))),
        steps.callOff(null));
  }

  private static List<Step> proposed(InitiativeProposed fact, Envelope envelope) {
    var row =
        new InitiativeRow(
            fact.initiative(),
            fact.title(),
            fact.owner(),
            sorted(fact.participants()),
            fact.stage(),
            null,
            null,
            1,
            fact.context(),
            fact.legalReferences(),
            fact.text() == null ? null : envelope.position(),
            false);
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> involved(PersonInvolved fact, Envelope envelope) {
    var row = new InvolvementRow(fact.initiative(), fact.person(), fact.capacity());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> released(PersonReleased fact, Envelope envelope) {
    var row = new InvolvementRow(fact.initiative(), fact.person(), fact.capacity());
    return List.of(Steps.of(row.entity(), envelope).end());
  }

  private static List<Step> linked(InitiativeLinked fact, Envelope envelope) {
    var row = new LinkRow(fact.initiative(), fact.relation(), fact.target());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> unlinked(InitiativeUnlinked fact, Envelope envelope) {
    var row = new LinkRow(fact.initiative(), fact.relation(), fact.target());
    return List.of(Steps.of(row.entity(), envelope).end());
  }

  private static List<Step> change(
      InitiativeId initiative, Envelope envelope, Consumer<InitiativeDraft> change) {
    return List.of(
        Steps.of("initiative/" + initiative, envelope)
            .change(InitiativeRow.class, drafted(change)));
  }

  private static UnaryOperator<InitiativeRow> drafted(Consumer<InitiativeDraft> change) {
    return row -> {
      var draft = new InitiativeDraft(row);
      change.accept(draft);
      return draft.row();
    };
  }

  static List<GroupId> sorted(List<GroupId> groups) {
    return groups.stream().distinct().sorted(Comparator.comparing(GroupId::value)).toList();
  }
}
