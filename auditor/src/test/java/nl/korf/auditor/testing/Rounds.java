package nl.korf.auditor.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.rounds.Computed;
import nl.korf.model.rounds.Outcomes;
import nl.korf.model.rounds.RoundState;
import nl.korf.model.rules.Base;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;

/** A round of a group on its own work. */
public final class Rounds {

  private static final RoundId ROUND = new RoundId("round-1");

  private Rounds() {}

  /** Three electors, two of them for; recorded with an outcome, and decided. */
  public static void adopted(Story story, RoundOutcome says) {
    story.group("team");
    List<Elector> electors = new ArrayList<>();
    for (String person : List.of("mia", "dirk", "olga")) {
      electors.add(new Elector(new PersonId(person), 1, null));
    }
    story.record(
        new RoundOpened(
            ROUND,
            new GroupId("team"),
            null,
            0,
            null,
            LocalizedText.en("Shall we?"),
            electors,
            new RuleRef(new RuleId("majority"), 1),
            majority(),
            story.now().plus(Duration.ofDays(7)),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    story.record(new BallotCast(ROUND, new PersonId("mia"), Choice.YES, false, 0, null));
    story.record(new BallotCast(ROUND, new PersonId("dirk"), Choice.YES, false, 0, null));
    story.record(new BallotCast(ROUND, new PersonId("olga"), Choice.NO, false, 0, null));
    story.later(Duration.ofDays(8));
    RoundState state = RoundState.of(story.facts());
    Computed computed = Outcomes.of(state);
    long known = story.facts().size();
    CompetenceProof own = CompetenceProof.ownWork(new GroupId("team"), known, story.now());
    story.record(
        new OutcomeComputed(
            ROUND,
            says,
            computed.tally(),
            computed.failed(),
            computed.values(),
            state.deadline(),
            known));
    DecisionTaken taken = story.decision("d-round", "mia", null, own);
    story.record(taken.carryingOut(ROUND, Rule.MAJORITY, new GroupId("team")));
  }

  private static RuleSpec majority() {
    return new RuleSpec(
        Rule.MAJORITY,
        Duration.ofDays(7),
        Fraction.NONE,
        0,
        Fraction.HALF,
        true,
        Base.YES_AND_NO,
        true,
        false,
        null,
        false,
        0,
        null,
        List.<Party>of(),
        null,
        List.<Party>of(),
        List.<Party>of(),
        null,
        null,
        null);
  }

  /** The decision of the round. */
  public static DecisionId decision() {
    return new DecisionId("d-round");
  }
}
