package nl.korf.service.rounds;

import java.time.Duration;
import java.util.List;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Claims;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.rules.Base;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import nl.korf.service.groups.AddMember;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;

/** The working group of the estate as one that decides: three members, a rule, one round. */
final class Council {

  static final RuleId RULE = new RuleId("rule-1");
  static final RoundId ROUND = new RoundId("round-1");
  static final Duration WEEK = Duration.ofDays(7);
  static final Claims ALL = new Claims(true, true, true, true, false);

  final MemoryAuthority authority = new MemoryAuthority();
  final MemoryLedger ledger = Estate.standing(authority);

  Council() {
    ledger.send(new AddMember(Estate.GROUP, Estate.OFFICER, null));
  }

  /** With the rule laid down and the round open under it. */
  static Council holding(RuleSpec spec) {
    Council council = new Council();
    council.define(spec);
    council.open(plain());
    return council;
  }

  /** With a round open in which the lead of the group decides alone. */
  static Council deciding() {
    Council council = new Council();
    council.define(of(Rule.MANDATED));
    council.open(new AskedRound().decidedBy(Estate.LEAD).command());
    return council;
  }

  void define(RuleSpec spec) {
    ledger.send(Estate.LEAD, rule(spec));
  }

  List<Fact> open(OpenRound command) {
    return ledger.send(Estate.MEMBER, command);
  }

  RoundOpened opened(OpenRound command) {
    return (RoundOpened) open(command).getFirst();
  }

  List<Fact> vote(PersonId person, Choice choice) {
    return ledger.send(person, ballot(choice));
  }

  /** Every member the same. */
  void all(Choice choice) {
    List.of(Estate.LEAD, Estate.MEMBER, Estate.OFFICER).forEach(person -> vote(person, choice));
  }

  /** Lets the deadline pass, and closes. */
  List<Fact> close() {
    ledger.pass(WEEK);
    return ledger.send(Estate.MEMBER, new CloseRound(ROUND));
  }

  static DefineRule rule(RuleSpec spec) {
    return new DefineRule(RULE, Estate.name("Rule"), Estate.GROUP, AskedSpec.of(spec));
  }

  static CastBallot ballot(Choice choice) {
    return new CastBallot(ROUND, choice, null, "Because.", null);
  }

  static OpenRound plain() {
    return new AskedRound().command();
  }

  static RuleSpec majority() {
    return of(Rule.MAJORITY);
  }

  static RuleSpec consent() {
    return of(Rule.CONSENT);
  }

  /** The plainest rule of its kind, a week long. */
  static RuleSpec of(Rule rule) {
    return new AskedSpec(
            rule, WEEK, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null)
        .spec();
  }

  /** A majority with a quorum, and what else the tests of calls and quorums need. */
  static RuleSpec quorum(Fraction quorum, @Nullable Duration late, boolean secondCall) {
    return new AskedSpec(
            Rule.MAJORITY,
            WEEK,
            quorum,
            null,
            null,
            null,
            Base.YES_AND_NO,
            null,
            null,
            late,
            secondCall,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null)
        .spec();
  }

  /** Consent with a rule to fall back on. */
  static RuleSpec fallingBack(RuleRef fallback) {
    return new AskedSpec(
            Rule.CONSENT,
            WEEK,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            1,
            fallback,
            null,
            null,
            null,
            null,
            null,
            null,
            null)
        .spec();
  }

  /** One decides after an adviser. */
  static RuleSpec advised(Party adviser) {
    return new AskedSpec(
            Rule.ADVICE,
            WEEK,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(adviser),
            Duration.ofDays(3),
            null,
            null,
            null,
            null,
            null)
        .spec();
  }

  /** A majority with a party that must agree, one with a veto, and time for a casting vote. */
  static RuleSpec heard(Party mustAgree, Party vetoer) {
    return new AskedSpec(
            Rule.MAJORITY,
            WEEK,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(mustAgree),
            List.of(vetoer),
            Duration.ofDays(2),
            null,
            Duration.ofDays(2))
        .spec();
  }

  static List<PersonId> people(RoundOpened opened) {
    return opened.electorate().stream().map(Elector::person).toList();
  }
}
