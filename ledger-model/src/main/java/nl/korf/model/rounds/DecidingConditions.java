package nl.korf.model.rounds;

import static nl.korf.model.rounds.Conditions.unless;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Stance;
import nl.korf.model.rounds.Condition.Asked;
import nl.korf.model.rounds.Condition.Fails;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;

/** Where one person decides: under MANDATED at once, under ADVICE after the advisers. */
final class DecidingConditions {

  static final List<Condition> ALL =
      List.of(
          new Condition("decider-left", DecidingConditions::deciderLeft),
          new Condition("decider-answered", DecidingConditions::answered),
          new Condition("advisers-heard", DecidingConditions::heard),
          new Condition("decider-yes", DecidingConditions::saysYes),
          new Condition("deviation-reasoned", DecidingConditions::reasoned));

  private DecidingConditions() {}

  /** The last answer of the decider that came before the deadline, advisers heard or not. */
  private static Optional<Said<BallotCast>> last(RoundState state) {
    return Optional.ofNullable(state.opened().decider())
        .map(decider -> state.counted().get(decider));
  }

  /**
   * The answer that counts, where it came when every adviser had answered or their time was up (Awb
   * 3:6(2)): the one that ended the round, or else the last.
   */
  static Optional<Said<BallotCast>> deciding(RoundState state) {
    return last(state).filter(ballot -> heardBefore(state, ballot));
  }

  /**
   * The answer that ends the round: the first one that could decide, where nobody else has a say
   * after it. What is said later is too late, so that it makes no difference when the round is
   * closed. Empty while there is none, and under rules by which a group answers.
   */
  static Optional<Said<BallotCast>> ending(RoundState state) {
    RuleSpec spec = state.spec();
    boolean alone = spec.rule() == Rule.MANDATED || spec.rule() == Rule.ADVICE;
    if (!alone || !spec.mustAgree().isEmpty() || !spec.vetoers().isEmpty()) {
      return Optional.empty();
    }
    return state.ballots().stream()
        .filter(ballot -> ballot.before(state.deadline()))
        .filter(ballot -> ballot.fact().textVersion() == state.textVersion())
        .filter(ballot -> decides(state, ballot))
        .filter(ballot -> heardBefore(state, ballot))
        .findFirst();
  }

  /**
   * Whether the ballot is one of the decider, who is an elector and had not stepped out by then.
   */
  private static boolean decides(RoundState state, Said<BallotCast> ballot) {
    PersonId person = ballot.fact().person();
    return person.equals(state.opened().decider())
        && state.opened().electorate().stream().anyMatch(one -> one.person().equals(person))
        && state.recusals().stream()
            .filter(said -> said.position() < ballot.position())
            .noneMatch(said -> said.fact().person().equals(person));
  }

  private static boolean heardBefore(RoundState state, Said<BallotCast> ballot) {
    Instant until = state.opened().adviceDeadline();
    return state.spec().rule() != Rule.ADVICE
        || (until != null && !ballot.before(until))
        || state.spec().advisers().stream().allMatch(one -> stance(state, one, ballot) != null);
  }

  /** What an adviser last said before the decider answered; null: nothing. */
  private static @org.jspecify.annotations.Nullable Stance stance(
      RoundState state, Party adviser, Said<BallotCast> ballot) {
    return state.advice().stream()
        .filter(said -> said.fact().adviser().equals(adviser))
        .filter(said -> said.position() < ballot.position())
        .map(Said::fact)
        .map(AdviceGiven::stance)
        .reduce((_, latest) -> latest)
        .orElse(null);
  }

  private static Optional<Fails> deciderLeft(Asked asked) {
    RoundState state = asked.state();
    boolean left =
        state.electors().stream()
            .anyMatch(elector -> elector.person().equals(state.opened().decider()));
    return unless(left, RoundOutcome.BLOCKED, "decider", String.valueOf(state.opened().decider()));
  }

  private static Optional<Fails> answered(Asked asked) {
    return unless(
        last(asked.state()).isPresent(),
        RoundOutcome.LAPSED,
        "decider",
        String.valueOf(asked.state().opened().decider()),
        "deadline",
        asked.state().deadline());
  }

  private static Optional<Fails> heard(Asked asked) {
    RoundState state = asked.state();
    return unless(
        deciding(state).isPresent(),
        RoundOutcome.LAPSED,
        "advisers",
        String.join(", ", state.spec().advisers().stream().map(Party::toString).toList()),
        "adviceDeadline",
        String.valueOf(state.opened().adviceDeadline()));
  }

  private static Optional<Fails> saysYes(Asked asked) {
    Choice choice =
        deciding(asked.state()).map(Said::fact).map(BallotCast::choice).orElse(Choice.NO);
    return unless(choice == Choice.YES, RoundOutcome.REJECTED, "choice", choice);
  }

  /** Deviating from an advice takes a reason (Awb 3:50). */
  private static Optional<Fails> reasoned(Asked asked) {
    RoundState state = asked.state();
    Optional<Said<BallotCast>> ballot = deciding(state);
    List<String> against =
        state.spec().advisers().stream()
            .filter(adviser ->
                ballot.isPresent() && stance(state, adviser, ballot.get()) == Stance.AGAINST)
            .map(Party::toString)
            .toList();
    boolean reasoned = ballot.map(Said::fact).filter(BallotCast::reasoned).isPresent();
    return unless(
        against.isEmpty() || reasoned,
        RoundOutcome.REJECTED,
        "against",
        String.join(", ", against));
  }
}
