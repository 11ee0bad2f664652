package nl.korf.service.entities;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.ObjectionId;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.InterestDeclared;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.service.kernel.Criteria;
import nl.korf.service.kernel.Criteria.Selection;

/** Rounds, objections and rules as sourced in one boundary. */
public final class RoundEntities {

  private final Entities entities;

  private RoundEntities(Entities entities) {
    this.entities = entities;
  }

  public static RoundEntities in(Entities entities) {
    return new RoundEntities(entities);
  }

  /** The round itself; what is said in it is no part of the boundary. */
  public Optional<SourcedRound> round(RoundId id) {
    return nonEmpty(ofRound(id)).map(SourcedRound::of);
  }

  /** Every fact of the round, what is said in it included: all of them are in the boundary. */
  public List<RecordedFact> whole(RoundId id) {
    return entities.facts(ofRound(id).or(inRound(id)));
  }

  /** What one person answered, and whether they declared an interest. */
  public List<RecordedFact> own(RoundId id, PersonId person) {
    return entities.facts(
        new Criteria(
            List.of(
                new Selection(
                    Set.of("in-round=" + id, "voter=" + person),
                    Set.of(BallotCast.class, InterestDeclared.class)))));
  }

  /** The position at which a person declared an interest. */
  public Optional<Long> recusal(RoundId id, PersonId person) {
    return own(id, person).stream()
        .filter(fact -> fact.fact() instanceof InterestDeclared)
        .map(RecordedFact::position)
        .findFirst();
  }

  /** The rounds on an initiative that are open. */
  public List<SourcedRound> openOn(InitiativeId initiative) {
    return openings(Criteria.tagged("initiative", initiative, RoundOpened.class))
        .flatMap(opened -> round(opened.round()).stream())
        .filter(SourcedRound::open)
        .toList();
  }

  /** The round that follows another one, where one does. */
  public Optional<SourcedRound> following(RoundId id) {
    return openings(Criteria.tagged("followed-by", id, RoundOpened.class))
        .flatMap(opened -> round(opened.round()).stream())
        .findFirst();
  }

  private Stream<RoundOpened> openings(Criteria criteria) {
    return entities.facts(criteria).stream()
        .map(RecordedFact::fact)
        .filter(RoundOpened.class::isInstance)
        .map(RoundOpened.class::cast);
  }

  public Optional<SourcedObjection> objection(ObjectionId id) {
    return nonEmpty(
            Criteria.tagged(
                "objection",
                id,
                RoundEvent.ObjectionRaised.class,
                RoundEvent.ObjectionSustained.class,
                RoundEvent.ObjectionDismissed.class,
                RoundEvent.ObjectionIntegrated.class,
                RoundEvent.ObjectionWithdrawn.class))
        .map(SourcedObjection::of);
  }

  /** A rule that was defined in this ledger; presets are none. */
  public Optional<SourcedRule> rule(RuleId id) {
    return nonEmpty(Criteria.tagged("rule", id, RuleEvent.class)).map(SourcedRule::of);
  }

  /** The decision that carries out a round. */
  public Optional<RecordedFact> decisionOf(RoundId id) {
    return entities.facts(Criteria.tagged("decides-round", id, DecisionTaken.class)).stream()
        .findFirst();
  }

  /** Who is a member of a group now, in any capacity, by identifier. */
  public List<PersonId> membersOf(GroupId group) {
    Criteria facts = Criteria.tagged("group", group, MemberJoined.class, MemberLeft.class);
    return entities.allInForce(ReadModel.GROUPS, facts, MembershipRow.class).stream()
        .map(MembershipRow::person)
        .distinct()
        .sorted(Comparator.comparing(PersonId::value))
        .toList();
  }

  private Optional<List<RecordedFact>> nonEmpty(Criteria criteria) {
    List<RecordedFact> facts = entities.facts(criteria);
    return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
  }

  private static Criteria ofRound(RoundId id) {
    return Criteria.tagged(
        "round",
        id,
        RoundOpened.class,
        RoundEvent.RoundExtended.class,
        RoundEvent.RoundRestarted.class,
        RoundEvent.RoundWithdrawn.class,
        RoundEvent.OutcomeComputed.class);
  }

  private static Criteria inRound(RoundId id) {
    return Criteria.tagged(
        "in-round",
        id,
        BallotCast.class,
        InterestDeclared.class,
        RoundEvent.CastingVoteCast.class,
        RoundEvent.AdviceGiven.class,
        RoundEvent.AgreementGiven.class,
        RoundEvent.VetoCast.class,
        RoundEvent.ObjectionRaised.class,
        RoundEvent.ObjectionSustained.class,
        RoundEvent.ObjectionDismissed.class,
        RoundEvent.ObjectionIntegrated.class,
        RoundEvent.ObjectionWithdrawn.class);
  }
}
