package nl.korf.service.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nl.korf.model.ObjectionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.rounds.Outcomes;
import nl.korf.model.rounds.RoundState;
import nl.korf.model.rounds.Said;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import nl.korf.service.entities.SourcedObjection;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Standing;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Decided;
import org.jspecify.annotations.Nullable;

/** What every answer in a round asks: that the round is open, and by whom and until when. */
final class Answer {

  private final SourcedRound round;
  private final PersonId person;
  private final Entities entities;
  private final Reasons reasons;

  private Answer(SourcedRound round, PersonId person, Entities entities, Reasons reasons) {
    this.round = round;
    this.person = person;
    this.entities = entities;
    this.reasons = reasons;
  }

  /** An answer by somebody, or by who asks, in a round that exists. */
  static Answer in(RoundId id, @Nullable PersonId by, Boundary boundary) {
    Entities entities = Entities.in(boundary);
    Reasons reasons = new Reasons();
    SourcedRound round = Reasons.subject(RoundEntities.in(entities).round(id), id);
    closed(round, reasons);
    @Nullable PersonId person = Standing.in(entities).acting(by, reasons);
    if (person == null) {
      throw reasons.refusal();
    }
    return new Answer(round, person, entities, reasons);
  }

  /** Adds that the round ended. */
  static void closed(SourcedRound round, Reasons reasons) {
    SourcedRound.@Nullable Ended end = round.ended();
    if (end != null) {
      reasons.add(
          Refusal.ROUND_CLOSED,
          "round",
          round.id(),
          "position",
          end.position(),
          "since",
          end.at(),
          "outcome",
          end.outcome());
    }
  }

  SourcedRound round() {
    return round;
  }

  PersonId person() {
    return person;
  }

  Entities entities() {
    return entities;
  }

  RoundEntities rounds() {
    return RoundEntities.in(entities);
  }

  Reasons reasons() {
    return reasons;
  }

  Instant now() {
    return entities.now();
  }

  /** A moment this long after another one, or that one itself. */
  static Instant after(Instant moment, @Nullable Duration window) {
    return window == null ? moment : moment.plus(window);
  }

  /** Adds that it is too late: the instant itself is. */
  void before(Instant deadline) {
    reasons.when(!now().isBefore(deadline), Refusal.TOO_LATE, "deadline", deadline, "at", now());
  }

  /** Adds that the person has no voice here, or no longer. */
  void ofElector() {
    boolean elector =
        round.opened().electorate().stream().anyMatch(one -> one.person().equals(person));
    reasons.when(!elector, Refusal.NOT_AN_ELECTOR, "person", person, "round", round.id());
    notRecused();
  }

  /** Adds that the person has no part in the outcome, as an elector or by the casting vote. */
  void ofElectorOrTieBreaker() {
    if (person.equals(round.opened().castingVote())) {
      notRecused();
    } else {
      ofElector();
    }
  }

  /**
   * Adds that the answer of whoever decides alone ended the round, so that nothing said now counts.
   * Under other rules answers do not depend on each other, and nothing more is sourced. What is
   * said where one decides does depend on all the rest, so those who say it on this node take
   * turns.
   */
  void notAnswered() {
    if (round.alone()) {
      entities.boundary().queueOn("answers:" + round.id());
      notAnswered(RoundState.of(rounds().whole(round.id())));
    }
  }

  private boolean notAnswered(RoundState state) {
    Optional<Said<BallotCast>> ending = Outcomes.endedBy(state);
    ending.ifPresent(ballot ->
        reasons.add(
            Refusal.ROUND_ANSWERED,
            "round",
            round.id(),
            "decider",
            ballot.fact().person(),
            "position",
            ballot.position(),
            "since",
            ballot.recordedAt()));
    return ending.isEmpty();
  }

  /**
   * Adds that the round can be closed by now, and gives the instant from which it can. What that
   * depends on is everything said in the round.
   */
  Instant notClosable() {
    RoundState state = RoundState.of(rounds().whole(round.id()));
    Instant from = Outcomes.closableFrom(state);
    if (notAnswered(state)) {
      reasons.when(
          !now().isBefore(from),
          Refusal.ROUND_CLOSABLE,
          "round",
          round.id(),
          "from",
          from,
          "now",
          now());
    }
    return from;
  }

  /** Adds that the person is recused. */
  void notRecused() {
    rounds()
        .recusal(round.id(), person)
        .ifPresent(position ->
            reasons.add(
                Refusal.RECUSED_FROM_ROUND,
                "person",
                person,
                "round",
                round.id(),
                "position",
                position));
  }

  /** Adds that another text is decided about than the one that was read. */
  void toText(@Nullable Integer version) {
    if (version != null && version != round.textVersion()) {
      reasons.add(
          Refusal.TEXT_REVISED_SINCE,
          "initiative",
          round.opened().initiative() == null ? "-" : round.opened().initiative(),
          "version",
          round.textVersion(),
          "based",
          version);
    }
  }

  /** The party that answers, by the person; without one the person answers alone. */
  Party forParty(@Nullable Party named) {
    Party party = named == null ? Party.of(person) : named;
    reasons.when(
        !Standing.in(entities).actsFor(person, party),
        Refusal.DOES_NOT_ACT_FOR,
        "person",
        person,
        "party",
        party);
    return party;
  }

  /** The objection, of this round. */
  SourcedObjection objection(ObjectionId id) {
    return Reasons.subject(
        rounds().objection(id).filter(found -> found.raised().round().equals(round.id())), id);
  }

  /** Adds that the objection is settled. */
  void unsettled(SourcedObjection objection) {
    @Nullable Long settled = objection.settledAt();
    if (settled != null) {
      reasons.add(
          Refusal.OBJECTION_SETTLED,
          "objection",
          objection.raised().objection(),
          "position",
          settled);
    }
  }

  /** Adds that the person does not facilitate. */
  void facilitates() {
    @Nullable PersonId facilitator = round.opened().facilitator();
    reasons.when(
        !person.equals(facilitator),
        Refusal.NOT_FACILITATOR,
        "person",
        person,
        "round",
        round.id(),
        "facilitator",
        facilitator == null ? "-" : facilitator);
  }

  /** The facts, to be recorded before this instant and before what they rest on ends. */
  Decided decided(Instant deadline, Fact... facts) {
    @Nullable Instant end = entities.firstEnd();
    return Decided.facts(facts)
        .before(end == null || deadline.isBefore(end) ? deadline : end)
        .onBehalfOf(voice());
  }

  private @Nullable Party voice() {
    return round.opened().electorate().stream()
        .filter(one -> one.person().equals(person))
        .map(Elector::onBehalfOf)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
