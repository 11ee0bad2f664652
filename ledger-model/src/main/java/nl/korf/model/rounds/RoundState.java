package nl.korf.model.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.ObjectionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RecordedFact;
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
import nl.korf.model.facts.RoundEvent.RoundRestarted;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.model.facts.RoundEvent.VetoCast;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * One round as its facts tell it: what was opened, and all that was said since. Folding never
 * rejects; what is late, void or said by somebody who left is kept and seen, and not counted.
 */
public final class RoundState {

  private final RoundOpened opened;
  private Instant deadline;
  private int textVersion;
  private int restarts;
  private long restartedBy;
  private boolean extended;
  private @Nullable OutcomeComputed outcome;
  private @Nullable RoundWithdrawn withdrawn;
  private final List<Said<BallotCast>> ballots = new ArrayList<>();
  private final List<Said<AdviceGiven>> advice = new ArrayList<>();
  private final List<Said<AgreementGiven>> agreements = new ArrayList<>();
  private final List<Said<VetoCast>> vetoes = new ArrayList<>();
  private final List<Said<CastingVoteCast>> castingVotes = new ArrayList<>();
  private final List<Said<InterestDeclared>> recusals = new ArrayList<>();
  private final Map<ObjectionId, Objection> objections = new LinkedHashMap<>();

  private RoundState(RoundOpened opened) {
    this.opened = opened;
    this.deadline = opened.deadline();
    this.textVersion = opened.textVersion();
  }

  /**
   * Folds the facts of one round, in order of position; facts about anything else are passed over.
   *
   * @throws IllegalArgumentException when the opening of a round is not among them
   */
  public static RoundState of(Collection<RecordedFact> facts) {
    List<RecordedFact> ordered =
        facts.stream().sorted(Comparator.comparingLong(RecordedFact::position)).toList();
    RoundOpened opened =
        ordered.stream()
            .map(RecordedFact::fact)
            .filter(RoundOpened.class::isInstance)
            .map(RoundOpened.class::cast)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no round was opened in these facts"));
    RoundState state = new RoundState(opened);
    for (RecordedFact fact : ordered) {
      if (fact.fact() instanceof RoundEvent event && of(event).equals(opened.round())) {
        state.take(event, fact.envelope().recordedAt(), fact.position());
      }
    }
    return state;
  }

  /** The round a fact is about. */
  public static RoundId of(RoundEvent event) {
    return switch (event) {
      case RoundOpened fact -> fact.round();
      case BallotCast fact -> fact.round();
      case CastingVoteCast fact -> fact.round();
      case AdviceGiven fact -> fact.round();
      case AgreementGiven fact -> fact.round();
      case VetoCast fact -> fact.round();
      case InterestDeclared fact -> fact.round();
      case ObjectionRaised fact -> fact.round();
      case ObjectionSustained fact -> fact.round();
      case ObjectionDismissed fact -> fact.round();
      case ObjectionIntegrated fact -> fact.round();
      case ObjectionWithdrawn fact -> fact.round();
      case RoundExtended fact -> fact.round();
      case RoundRestarted fact -> fact.round();
      case RoundWithdrawn fact -> fact.round();
      case OutcomeComputed fact -> fact.round();
    };
  }

  private void take(RoundEvent event, Instant at, long position) {
    switch (event) {
      case RoundOpened _ -> {}
      case BallotCast fact -> ballots.add(new Said<>(fact, at, position));
      case CastingVoteCast fact -> castingVotes.add(new Said<>(fact, at, position));
      case AdviceGiven fact -> advice.add(new Said<>(fact, at, position));
      case AgreementGiven fact -> agreements.add(new Said<>(fact, at, position));
      case VetoCast fact -> vetoes.add(new Said<>(fact, at, position));
      case InterestDeclared fact -> recusals.add(new Said<>(fact, at, position));
      case ObjectionRaised fact ->
          objections.putIfAbsent(
              fact.objection(), new Objection(fact, at, Objection.State.RAISED, null));
      case ObjectionSustained fact -> settle(fact.objection(), Objection.State.SUSTAINED, at);
      case ObjectionDismissed fact -> settle(fact.objection(), Objection.State.DISMISSED, at);
      case ObjectionIntegrated fact -> settle(fact.objection(), Objection.State.INTEGRATED, at);
      case ObjectionWithdrawn fact -> settle(fact.objection(), Objection.State.WITHDRAWN, at);
      case RoundExtended fact -> {
        deadline = fact.deadline();
        extended = true;
      }
      case RoundRestarted fact -> {
        deadline = fact.deadline();
        textVersion = fact.textVersion();
        restarts++;
        restartedBy = position;
      }
      case RoundWithdrawn fact -> withdrawn = fact;
      case OutcomeComputed fact -> outcome = fact;
    }
  }

  private void settle(ObjectionId objection, Objection.State state, Instant at) {
    objections.computeIfPresent(
        objection, (_, before) -> before.state().stands() ? before.in(state, at) : before);
  }

  public RoundOpened opened() {
    return opened;
  }

  public RuleSpec spec() {
    return opened.spec();
  }

  /** The deadline as it is now, after extension and new texts; at it, an answer is late. */
  public Instant deadline() {
    return deadline;
  }

  /** The version of the text that is decided about now. */
  public int textVersion() {
    return textVersion;
  }

  /** How often the text was revised, which voided all answers. */
  public int restarts() {
    return restarts;
  }

  /** Whether a late quorum has put the deadline off. */
  public boolean extended() {
    return extended;
  }

  /** Whether answers can still be given, as far as the facts go. */
  public boolean open() {
    return outcome == null && withdrawn == null;
  }

  /** The outcome that was recorded, if any. */
  public Optional<OutcomeComputed> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Who took the round back, if anybody did. */
  public Optional<RoundWithdrawn> withdrawn() {
    return Optional.ofNullable(withdrawn);
  }

  /** Who may answer: the electorate of the opening without those who stepped out in time. */
  public List<Elector> electors() {
    Set<PersonId> out = recused();
    return opened.electorate().stream().filter(elector -> !out.contains(elector.person())).toList();
  }

  private Set<PersonId> recused() {
    long end = endedBy();
    return recusals.stream()
        .filter(said -> said.before(deadline) && said.position() <= end)
        .map(said -> said.fact().person())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Who may break a tie: whoever was named for it, unless they stepped out in time (Awb 2:4). */
  public Optional<PersonId> tieBreaker() {
    Set<PersonId> out = recused();
    return Optional.ofNullable(opened.castingVote()).filter(person -> !out.contains(person));
  }

  /** Every ballot there ever was, in order. */
  public List<Said<BallotCast>> ballots() {
    return List.copyOf(ballots);
  }

  /** Position of the answer of a sole decider that ended the round; without one, beyond all. */
  private long endedBy() {
    return DecidingConditions.ending(this).map(Said::position).orElse(Long.MAX_VALUE);
  }

  /**
   * The ballot of each elector that counts: the last one about this text, before the deadline and
   * before a sole decider's answer ended the round.
   */
  public Map<PersonId, Said<BallotCast>> counted() {
    Map<PersonId, Said<BallotCast>> last = new LinkedHashMap<>();
    long end = endedBy();
    ballots.stream()
        .filter(said -> said.before(deadline) && said.position() <= end)
        .filter(said -> said.fact().textVersion() == textVersion)
        .forEach(said -> last.put(said.fact().person(), said));
    last.keySet().retainAll(electors().stream().map(Elector::person).toList());
    return last;
  }

  /** Every advice there ever was, in order. */
  public List<Said<AdviceGiven>> advice() {
    return List.copyOf(advice);
  }

  /** What each party that must agree said last about this text, before the deadline. */
  public Map<Party, Said<AgreementGiven>> agreements() {
    Map<Party, Said<AgreementGiven>> last = new LinkedHashMap<>();
    agreements.stream()
        .filter(said -> said.before(deadline) && said.position() > restartedBy)
        .forEach(said -> last.put(said.fact().party(), said));
    return last;
  }

  /** The vetoes that count: about this text, before their time was up. */
  public List<Said<VetoCast>> vetoes() {
    Instant until = deadline.plus(orZero(spec().vetoWindow()));
    return vetoes.stream()
        .filter(said -> said.before(until) && said.position() > restartedBy)
        .filter(said -> spec().vetoers().contains(said.fact().party()))
        .toList();
  }

  /**
   * The casting vote that counts, of who may break a tie: the last one before the deadline, and
   * without one the first before its time was up, since that one ends the round.
   */
  public Optional<Said<CastingVoteCast>> castingVote() {
    Instant until = deadline.plus(orZero(spec().castingVoteWindow()));
    Optional<PersonId> breaker = tieBreaker();
    return castingVotes.stream()
        .filter(said -> said.before(until) && said.position() > restartedBy)
        .filter(said -> breaker.filter(said.fact().person()::equals).isPresent())
        .reduce((one, next) -> next.before(deadline) ? next : one);
  }

  /** Everybody who stepped out, in time or not, in order. */
  public List<Said<InterestDeclared>> recusals() {
    return List.copyOf(recusals);
  }

  /** Every objection with its present state. */
  public List<Objection> objections() {
    return List.copyOf(objections.values());
  }

  /** The objections that stood in the way at the deadline, or when a sole decider answered. */
  public List<Objection> standing() {
    Instant end = DecidingConditions.ending(this).map(Said::recordedAt).orElse(deadline);
    return objections.values().stream().filter(one -> one.standsBefore(end)).toList();
  }

  static Duration orZero(@Nullable Duration duration) {
    return Objects.requireNonNullElse(duration, Duration.ZERO);
  }
}
