package nl.korf.model.view;

import static nl.korf.model.view.RoundDraft.drafted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.korf.model.FreeText;
import nl.korf.model.ObjectionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
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
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.AgreementGiven;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.CastingVoteCast;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.InterestDeclared;
import nl.korf.model.facts.RoundEvent.ObjectionDismissed;
import nl.korf.model.facts.RoundEvent.ObjectionIntegrated;
import nl.korf.model.facts.RoundEvent.ObjectionRaised;
import nl.korf.model.facts.RoundEvent.ObjectionSustained;
import nl.korf.model.facts.RoundEvent.ObjectionWithdrawn;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundExtended;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.RoundRestarted;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.model.facts.RoundEvent.VetoCast;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.RoundRows.BallotRow;
import nl.korf.model.view.RoundRows.ElectorRow;
import nl.korf.model.view.RoundRows.ObjectionRow;
import nl.korf.model.view.RoundRows.ObjectionState;
import nl.korf.model.view.RoundRows.ResponseKind;
import nl.korf.model.view.RoundRows.ResponseRow;
import nl.korf.model.view.RoundRows.RoundRow;
import org.jspecify.annotations.Nullable;

/** Decision rounds, who may answer in them, and all that was said. */
record RoundEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(RoundEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.ROUNDS;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case RoundEvent event -> steps(event, recorded.envelope());
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
          DirectiveEvent _,
          ProgrammeEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(RoundEvent event, Envelope envelope) {
    return switch (event) {
      case RoundOpened fact -> opened(fact, envelope);
      case BallotCast fact -> ballot(fact, envelope);
      case CastingVoteCast fact -> castingVote(fact, envelope);
      case AdviceGiven fact -> advice(fact, envelope);
      case AgreementGiven fact -> agreement(fact, envelope);
      case VetoCast fact -> veto(fact, envelope);
      case InterestDeclared fact -> recusal(fact, envelope);
      case ObjectionRaised fact -> raised(fact, envelope);
      case ObjectionSustained fact ->
          settled(fact.objection(), ObjectionState.SUSTAINED, fact.by(), envelope);
      case ObjectionDismissed fact ->
          settled(fact.objection(), ObjectionState.DISMISSED, fact.by(), envelope);
      case ObjectionIntegrated fact ->
          settled(fact.objection(), ObjectionState.INTEGRATED, fact.by(), envelope);
      case ObjectionWithdrawn fact ->
          settled(fact.objection(), ObjectionState.WITHDRAWN, fact.by(), envelope);
      case RoundExtended fact ->
          change(
              fact.round(),
              envelope,
              draft -> {
                draft.deadline = fact.deadline();
                draft.extended = true;
              });
      case RoundRestarted fact ->
          change(
              fact.round(),
              envelope,
              draft -> {
                draft.deadline = fact.deadline();
                draft.textVersion = fact.textVersion();
                draft.restarts++;
              });
      case RoundWithdrawn fact ->
          change(fact.round(), envelope, draft -> draft.outcome = RoundOutcome.WITHDRAWN);
      case OutcomeComputed fact ->
          change(
              fact.round(),
              envelope,
              draft -> {
                draft.outcome = fact.outcome();
                draft.tally = fact.tally();
                draft.failed = fact.failed();
              });
    };
  }

  private static List<Step> change(
      RoundId round, Envelope envelope, java.util.function.Consumer<RoundDraft> change) {
    return List.of(Steps.of("round/" + round, envelope).change(RoundRow.class, drafted(change)));
  }

  private static List<Step> opened(RoundOpened fact, Envelope envelope) {
    var row =
        new RoundRow(
            fact.round(),
            fact.group(),
            fact.initiative(),
            fact.textVersion(),
            fact.programme(),
            fact.title(),
            fact.rule(),
            fact.spec(),
            fact.electorate().size(),
            fact.deadline(),
            fact.adviceDeadline(),
            fact.decider(),
            fact.facilitator(),
            fact.castingVote(),
            fact.act(),
            fact.stage(),
            fact.follows(),
            fact.call(),
            0,
            false,
            null,
            null,
            null,
            envelope.position(),
            fact.proposal() == null ? null : envelope.position());
    List<Step> steps = new ArrayList<>();
    steps.add(Steps.of(row.entity(), envelope).begin(row));
    for (Elector elector : fact.electorate()) {
      var one =
          new ElectorRow(fact.round(), elector.person(), elector.weight(), elector.onBehalfOf());
      steps.add(Steps.of(one.entity(), envelope).begin(one));
    }
    return List.copyOf(steps);
  }

  private static List<Step> ballot(BallotCast fact, Envelope envelope) {
    var row =
        new BallotRow(
            fact.round(),
            fact.person(),
            fact.choice(),
            fact.reasoned(),
            fact.textVersion(),
            fact.reason() != null,
            envelope.position());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> castingVote(CastingVoteCast fact, Envelope envelope) {
    return response(
        fact.round(),
        ResponseKind.CASTING_VOTE,
        Party.of(fact.person()),
        fact.person(),
        fact.choice().name(),
        fact.reason(),
        envelope);
  }

  private static List<Step> advice(AdviceGiven fact, Envelope envelope) {
    return response(
        fact.round(),
        ResponseKind.ADVICE,
        fact.adviser(),
        fact.person(),
        fact.stance().name(),
        fact.text(),
        envelope);
  }

  private static List<Step> agreement(AgreementGiven fact, Envelope envelope) {
    return response(
        fact.round(),
        ResponseKind.AGREEMENT,
        fact.party(),
        fact.person(),
        Boolean.toString(fact.agrees()),
        fact.reason(),
        envelope);
  }

  private static List<Step> veto(VetoCast fact, Envelope envelope) {
    return response(
        fact.round(), ResponseKind.VETO, fact.party(), fact.person(), "", fact.reason(), envelope);
  }

  private static List<Step> recusal(InterestDeclared fact, Envelope envelope) {
    return response(
        fact.round(),
        ResponseKind.RECUSAL,
        Party.of(fact.person()),
        fact.person(),
        "",
        fact.reason(),
        envelope);
  }

  private static List<Step> response(
      RoundId round,
      ResponseKind kind,
      Party party,
      PersonId person,
      String content,
      @Nullable FreeText text,
      Envelope envelope) {
    var row =
        new ResponseRow(round, kind, party, person, content, text != null, envelope.position());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> raised(ObjectionRaised fact, Envelope envelope) {
    var row =
        new ObjectionRow(
            fact.objection(),
            fact.round(),
            fact.person(),
            fact.claims(),
            fact.textVersion(),
            ObjectionState.RAISED,
            null,
            envelope.position(),
            envelope.position());
    return List.of(Steps.of(row.entity(), envelope).beginUnlessThere(row));
  }

  /** What was settled for good stays so; a sustained objection can still be taken care of. */
  private static List<Step> settled(
      ObjectionId objection, ObjectionState state, PersonId by, Envelope envelope) {
    return List.of(
        Steps.of("objection/" + objection, envelope)
            .change(
                ObjectionRow.class,
                row ->
                    row.state() == ObjectionState.RAISED || row.state() == ObjectionState.SUSTAINED
                        ? in(row, state, by, envelope)
                        : row));
  }

  private static ObjectionRow in(
      ObjectionRow row, ObjectionState state, PersonId by, Envelope envelope) {
    return new ObjectionRow(
        row.objection(),
        row.round(),
        row.person(),
        row.claims(),
        row.textVersion(),
        state,
        by,
        row.raisedAt(),
        envelope.position());
  }
}
