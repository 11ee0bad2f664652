package nl.korf.model.rounds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * The rules of rounds once more, the slow way and from their text alone: one pass over the facts,
 * strings for everybody, arbitrary precision, every rule written out. Shares no code with what it
 * checks.
 */
final class NaiveRound {

  /** A rule broken on purpose, to show that the comparison would notice. */
  enum Flaw {
    NONE,
    LATE_BALLOTS_COUNT,
    FIRST_BALLOT_COUNTS,
    TIES_PASS,
    RECUSED_STAY,
    OLD_CONSENTS_COUNT,
    THRESHOLD_MAY_BE_EQUALLED,
    DISMISSED_STANDS
  }

  private final Flaw flaw;
  private final RoundOpened opened;
  private final RuleSpec spec;
  private final Map<String, String> choices = new TreeMap<>();
  private final Map<String, Integer> weights = new TreeMap<>();
  private final Map<String, String> objections = new HashMap<>();
  private final Set<String> givenOut = new HashSet<>();
  private final Map<String, Boolean> agreed = new HashMap<>();
  private final List<String> vetoes = new ArrayList<>();
  private String castingVote = "";
  private boolean chairLeft;
  private boolean withdrawn;
  private int restarts;

  NaiveRound(List<RecordedFact> facts, Flaw flaw) {
    this.flaw = flaw;
    this.opened = (RoundOpened) facts.getFirst().fact();
    this.spec = opened.spec();
    for (Elector elector : opened.electorate()) {
      weights.put(elector.person().value(), elector.weight());
    }
    Instant deadline = lastDeadline(facts);
    facts.forEach(fact -> hear((RoundEvent) fact.fact(), fact.envelope().recordedAt(), deadline));
    choices.keySet().retainAll(weights.keySet());
    castingVote = chairLeft ? "" : castingVote;
  }

  private Instant lastDeadline(List<RecordedFact> facts) {
    Instant deadline = opened.deadline();
    for (RecordedFact fact : facts) {
      if (fact.fact() instanceof RoundEvent.RoundRestarted restarted) {
        deadline = restarted.deadline();
      } else if (fact.fact() instanceof RoundEvent.RoundExtended extended) {
        deadline = extended.deadline();
      }
    }
    return deadline;
  }

  private void hear(RoundEvent said, Instant at, Instant deadline) {
    boolean inTime = at.compareTo(deadline) < 0;
    switch (said) {
      case RoundEvent.BallotCast ballot -> vote(ballot, inTime);
      case RoundEvent.RoundRestarted _ -> {
        restarts++;
        agreed.clear();
        vetoes.clear();
        castingVote = "";
        if (flaw != Flaw.OLD_CONSENTS_COUNT) {
          choices.clear();
        }
      }
      case RoundEvent.InterestDeclared left -> {
        if (inTime && flaw != Flaw.RECUSED_STAY) {
          weights.remove(left.person().value());
          chairLeft |= left.person().equals(opened.castingVote());
        }
      }
      case RoundEvent.ObjectionRaised _,
          RoundEvent.ObjectionSustained _,
          RoundEvent.ObjectionDismissed _,
          RoundEvent.ObjectionIntegrated _,
          RoundEvent.ObjectionWithdrawn _ -> {
        if (inTime) {
          object(said);
        }
      }
      case RoundEvent.AgreementGiven it -> {
        if (inTime) {
          agreed.put(it.party().toString(), it.agrees());
        }
      }
      case RoundEvent.VetoCast it -> {
        if (at.compareTo(deadline.plus(window(spec.vetoWindow()))) < 0) {
          vetoes.add(it.party().toString());
        }
      }
      case RoundEvent.CastingVoteCast it -> {
        if (at.compareTo(deadline.plus(window(spec.castingVoteWindow()))) < 0) {
          castingVote = it.choice().name();
        }
      }
      case RoundEvent.RoundWithdrawn _ -> withdrawn = true;
      case RoundOpened _, RoundEvent.RoundExtended _ -> {}
      case RoundEvent.AdviceGiven _, RoundEvent.OutcomeComputed _ -> {}
    }
  }

  private static Duration window(@Nullable Duration window) {
    return window == null ? Duration.ZERO : window;
  }

  private void vote(RoundEvent.BallotCast ballot, boolean inTime) {
    String voter = ballot.person().value();
    if (!inTime && flaw != Flaw.LATE_BALLOTS_COUNT) {
      return;
    }
    if (flaw == Flaw.FIRST_BALLOT_COUNTS) {
      choices.putIfAbsent(voter, ballot.choice().name());
    } else {
      choices.put(voter, ballot.choice().name());
    }
  }

  private void object(RoundEvent said) {
    if (said instanceof RoundEvent.ObjectionRaised it && givenOut.add(it.objection().value())) {
      objections.put(it.objection().value(), "stands");
    } else if (said instanceof RoundEvent.ObjectionDismissed it && flaw != Flaw.DISMISSED_STANDS) {
      objections.remove(it.objection().value());
    } else if (said instanceof RoundEvent.ObjectionIntegrated it) {
      objections.remove(it.objection().value());
    } else if (said instanceof RoundEvent.ObjectionWithdrawn it) {
      objections.remove(it.objection().value());
    }
  }

  RoundOutcome outcome() {
    if (withdrawn) {
      return RoundOutcome.WITHDRAWN;
    }
    if (weights.isEmpty() || weights.size() < spec.quorumHeads()) {
      return RoundOutcome.BLOCKED;
    }
    BigInteger all = sum(null);
    BigInteger voted = sum(Choice.YES).add(sum(Choice.NO)).add(sum(Choice.ABSTAIN));
    if (share(voted, all, spec.quorum()) < 0 || choices.size() < spec.quorumHeads()) {
      return RoundOutcome.NO_QUORUM;
    }
    RoundOutcome by = byRule(all, voted);
    if (by != RoundOutcome.ADOPTED) {
      return by;
    }
    if (!spec.mustAgree().stream().allMatch(p -> agreed.getOrDefault(p.toString(), false))) {
      return RoundOutcome.REJECTED;
    }
    boolean vetoed = vetoes.stream().anyMatch(p -> spec.vetoers().toString().contains(p));
    Fraction override = spec.vetoOverride();
    boolean stands = override == null || share(sum(Choice.YES), all, override) < 0;
    return vetoed && stands ? RoundOutcome.VETOED : RoundOutcome.ADOPTED;
  }

  private RoundOutcome byRule(BigInteger all, BigInteger voted) {
    BigInteger yes = sum(Choice.YES);
    BigInteger no = sum(Choice.NO);
    boolean someNo = no.signum() > 0;
    if (spec.rule() == Rule.CONSENT) {
      if (someNo) {
        return RoundOutcome.REJECTED;
      }
      if (objections.isEmpty()) {
        return RoundOutcome.ADOPTED;
      }
      boolean spent = spec.objectionRoundsMax() != 0 && restarts >= spec.objectionRoundsMax();
      return spent ? RoundOutcome.BLOCKED : RoundOutcome.REJECTED;
    }
    if (spec.rule() == Rule.UNANIMITY) {
      boolean everybody = choices.size() == weights.size();
      boolean abstained = sum(Choice.ABSTAIN).signum() > 0 && !spec.abstentionAllowed();
      return !someNo && everybody && !abstained && yes.signum() > 0
          ? RoundOutcome.ADOPTED
          : RoundOutcome.REJECTED;
    }
    if (yes.signum() == 0) {
      return RoundOutcome.REJECTED;
    }
    BigInteger one = BigInteger.ZERO;
    if (spec.rule() == Rule.MAJORITY && yes.equals(no) && flaw != Flaw.TIES_PASS) {
      if (castingVote.equals("NO")) {
        return RoundOutcome.REJECTED;
      }
      if (!castingVote.equals("YES")) {
        return RoundOutcome.TIED;
      }
      one = BigInteger.ONE;
    }
    BigInteger base =
        switch (spec.base()) {
          case YES_AND_NO -> yes.add(no).add(one);
          case BALLOTS -> voted.add(one);
          case ELECTORATE -> all;
        };
    int share = share(yes.add(one), base, spec.threshold());
    boolean mayEqual =
        !spec.strict() || flaw == Flaw.THRESHOLD_MAY_BE_EQUALLED || flaw == Flaw.TIES_PASS;
    return share > 0 || (mayEqual && share == 0) ? RoundOutcome.ADOPTED : RoundOutcome.REJECTED;
  }

  private BigInteger sum(@Nullable Choice choice) {
    BigInteger sum = BigInteger.ZERO;
    for (var elector : weights.entrySet()) {
      String said = choices.get(elector.getKey());
      if (choice == null || choice.name().equals(said)) {
        sum = sum.add(BigInteger.valueOf(elector.getValue()));
      }
    }
    return sum;
  }

  /** How a part compares with a fraction of the whole. */
  private static int share(BigInteger part, BigInteger whole, Fraction fraction) {
    BigDecimal left = new BigDecimal(part).multiply(BigDecimal.valueOf(fraction.den()));
    BigDecimal right = new BigDecimal(whole).multiply(BigDecimal.valueOf(fraction.num()));
    return left.compareTo(right);
  }

  static List<Flaw> flaws() {
    return Arrays.stream(Flaw.values()).filter(flaw -> flaw != Flaw.NONE).toList();
  }
}
