package nl.korf.model.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.korf.model.Party;
import nl.korf.model.facts.RoundEvent.CastingVoteCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Tally;
import nl.korf.model.facts.RoundEvent.VetoCast;
import nl.korf.model.rounds.Condition.Asked;
import nl.korf.model.rounds.Condition.Fails;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/** The conditions of each rule, in the order in which the first that fails is named. */
final class Conditions {

  private static final Condition NOT_WITHDRAWN = new Condition("not-withdrawn", Conditions::kept);
  private static final Condition ELECTORS_LEFT =
      new Condition("electors-left", Conditions::electorsLeft);
  private static final Condition QUORUM_POSSIBLE =
      new Condition("quorum-possible", Conditions::quorumPossible);
  private static final Condition QUORUM = new Condition("quorum", Conditions::quorum);
  private static final Condition NO_OBJECTION =
      new Condition("no-objection-standing", Conditions::noObjection);
  private static final Condition NOBODY_AGAINST =
      new Condition("nobody-against", Conditions::nobodyAgainst);
  private static final Condition SOME_YES = new Condition("some-yes", Conditions::someYes);
  private static final Condition ALL_ANSWERED =
      new Condition("all-answered", Conditions::allAnswered);
  private static final Condition NO_ABSTENTION =
      new Condition("no-abstention", Conditions::noAbstention);
  private static final Condition NOT_TIED = new Condition("not-tied", Conditions::notTied);
  private static final Condition THRESHOLD = new Condition("threshold", Conditions::threshold);
  private static final Condition AGREEMENT = new Condition("agreement", Conditions::agreement);
  private static final Condition NO_VETO = new Condition("no-veto", Conditions::noVeto);

  private static final List<Condition> BEFORE = List.of(NOT_WITHDRAWN, ELECTORS_LEFT);
  private static final List<Condition> OVERLAYS = List.of(AGREEMENT, NO_VETO);

  private Conditions() {}

  /** Those of the rule, the overlays last. */
  static List<Condition> of(Rule rule) {
    List<Condition> all = new ArrayList<>(BEFORE);
    all.addAll(
        switch (rule) {
          case MANDATED, ADVICE, UNKNOWN -> DecidingConditions.ALL;
          case CONSENT -> List.of(QUORUM_POSSIBLE, QUORUM, NOBODY_AGAINST, NO_OBJECTION);
          case MAJORITY -> List.of(QUORUM_POSSIBLE, QUORUM, SOME_YES, NOT_TIED, THRESHOLD);
          case SUPERMAJORITY -> List.of(QUORUM_POSSIBLE, QUORUM, SOME_YES, THRESHOLD);
          case UNANIMITY ->
              List.of(
                  QUORUM_POSSIBLE, QUORUM, NOBODY_AGAINST, ALL_ANSWERED, NO_ABSTENTION, SOME_YES);
        });
    all.addAll(OVERLAYS);
    return all;
  }

  static Optional<Fails> unless(boolean holds, RoundOutcome outcome, Object... namesAndValues) {
    if (holds) {
      return Optional.empty();
    }
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
    }
    return Optional.of(new Fails(outcome, values));
  }

  private static Optional<Fails> kept(Asked asked) {
    return unless(asked.state().withdrawn().isEmpty(), RoundOutcome.WITHDRAWN);
  }

  private static Optional<Fails> electorsLeft(Asked asked) {
    return unless(
        asked.tally().electors() > 0,
        RoundOutcome.BLOCKED,
        "electors",
        asked.tally().electors(),
        "opened",
        asked.state().opened().electorate().size());
  }

  /** Recusals can leave fewer heads than the rule asks for. */
  private static Optional<Fails> quorumPossible(Asked asked) {
    return unless(
        asked.tally().electors() >= asked.state().spec().quorumHeads(),
        RoundOutcome.BLOCKED,
        "electors",
        asked.tally().electors(),
        "quorumHeads",
        asked.state().spec().quorumHeads());
  }

  private static Optional<Fails> quorum(Asked asked) {
    RuleSpec spec = asked.state().spec();
    Tally tally = asked.tally();
    return unless(
        Count.quorum(spec, tally),
        RoundOutcome.NO_QUORUM,
        "answered",
        Count.answered(tally),
        "electorate",
        tally.electorate(),
        "quorum",
        spec.quorum().written(),
        "ballots",
        tally.ballots(),
        "quorumHeads",
        spec.quorumHeads());
  }

  private static Optional<Fails> noObjection(Asked asked) {
    int most = asked.state().spec().objectionRoundsMax();
    boolean spent = most > 0 && asked.state().restarts() >= most;
    List<String> standing =
        asked.state().standing().stream().map(one -> one.raised().objection().toString()).toList();
    return unless(
        standing.isEmpty(),
        spent ? RoundOutcome.BLOCKED : RoundOutcome.REJECTED,
        "objections",
        String.join(", ", standing),
        "rounds",
        asked.state().restarts(),
        "objectionRoundsMax",
        most);
  }

  private static Optional<Fails> nobodyAgainst(Asked asked) {
    return unless(asked.tally().no() == 0, RoundOutcome.REJECTED, "no", asked.tally().no());
  }

  private static Optional<Fails> someYes(Asked asked) {
    return unless(asked.tally().yes() > 0, RoundOutcome.REJECTED, "yes", asked.tally().yes());
  }

  private static Optional<Fails> allAnswered(Asked asked) {
    Tally tally = asked.tally();
    return unless(
        tally.ballots() == tally.electors(),
        RoundOutcome.REJECTED,
        "ballots",
        tally.ballots(),
        "electors",
        tally.electors());
  }

  private static Optional<Fails> noAbstention(Asked asked) {
    return unless(
        asked.state().spec().abstentionAllowed() || asked.tally().abstain() == 0,
        RoundOutcome.REJECTED,
        "abstain",
        asked.tally().abstain());
  }

  /** A tie keeps the status quo, unless whoever was named for it at opening broke it. */
  private static Optional<Fails> notTied(Asked asked) {
    if (!Count.tied(asked.tally())) {
      return Optional.empty();
    }
    @Nullable Choice broken = castingVote(asked.state());
    Tally tally = asked.tally();
    RoundOutcome otherwise = broken == Choice.NO ? RoundOutcome.REJECTED : RoundOutcome.TIED;
    return unless(
        broken == Choice.YES,
        otherwise,
        "yes",
        tally.yes(),
        "no",
        tally.no(),
        "castingVote",
        broken == null ? "-" : broken);
  }

  private static @Nullable Choice castingVote(RoundState state) {
    return state.castingVote().map(Said::fact).map(CastingVoteCast::choice).orElse(null);
  }

  private static Optional<Fails> threshold(Asked asked) {
    RuleSpec spec = asked.state().spec();
    Tally tally = asked.tally();
    boolean cast = spec.rule() == Rule.MAJORITY && Count.tied(tally);
    return unless(
        Count.passes(spec, tally, cast ? 1 : 0),
        RoundOutcome.REJECTED,
        "yes",
        tally.yes(),
        "no",
        tally.no(),
        "abstain",
        tally.abstain(),
        "electorate",
        tally.electorate(),
        "base",
        spec.base(),
        "threshold",
        (spec.strict() ? "> " : ">= ") + spec.threshold().written());
  }

  private static Optional<Fails> agreement(Asked asked) {
    RoundState state = asked.state();
    List<String> missing =
        state.spec().mustAgree().stream()
            .filter(party -> !agrees(state, party))
            .map(Party::toString)
            .toList();
    return unless(missing.isEmpty(), RoundOutcome.REJECTED, "missing", String.join(", ", missing));
  }

  private static boolean agrees(RoundState state, Party party) {
    var said = state.agreements().get(party);
    return said != null && said.fact().agrees();
  }

  private static Optional<Fails> noVeto(Asked asked) {
    List<String> by =
        asked.state().vetoes().stream()
            .map(Said::fact)
            .map(VetoCast::party)
            .distinct()
            .map(Party::toString)
            .toList();
    @Nullable Fraction override = asked.state().spec().vetoOverride();
    Tally tally = asked.tally();
    boolean overridden = override != null && override.reachedBy(tally.yes(), tally.electorate());
    return unless(
        by.isEmpty() || overridden,
        RoundOutcome.VETOED,
        "by",
        String.join(", ", by),
        "yes",
        tally.yes(),
        "electorate",
        tally.electorate(),
        "override",
        override == null ? "-" : override.written());
  }
}
