package nl.korf.model.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.ObjectionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.AgreementGiven;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.CastingVoteCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Claims;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.InterestDeclared;
import nl.korf.model.facts.RoundEvent.ObjectionRaised;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.Stance;
import nl.korf.model.facts.RoundEvent.VetoCast;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/** The facts of one round, told second by second: opened at 0, deadline at {@value #DEADLINE}. */
final class Story {

  static final RoundId ROUND = new RoundId("round");
  static final int DEADLINE = 100;
  static final int ADVICE_UNTIL = 50;
  static final PersonId DECIDER = person(0);
  static final PersonId CHAIR = new PersonId("chair");

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final List<RecordedFact> facts = new ArrayList<>();
  private int textVersion = 1;

  private Story() {}

  /** Electors {@code p0}, {@code p1} … of these weights. */
  static Story opened(RuleSpec spec, int... weights) {
    List<Elector> electorate = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      electorate.add(new Elector(person(i), weights[i], null));
    }
    Story story = new Story();
    story.say(
        0,
        new RoundOpened(
            ROUND,
            new GroupId("group"),
            new InitiativeId("initiative"),
            1,
            null,
            LocalizedText.en("Shall we?"),
            electorate,
            new RuleRef(new RuleId("rule"), 1),
            spec,
            at(DEADLINE),
            at(ADVICE_UNTIL),
            DECIDER,
            null,
            CHAIR,
            null,
            null,
            null,
            null,
            null));
    return story;
  }

  /** As many electors as asked for, of weight 1. */
  static Story opened(RuleSpec spec, String ballots) {
    int[] weights = new int[ballots.length()];
    java.util.Arrays.fill(weights, 1);
    return opened(spec, weights).ballots(1, ballots);
  }

  static PersonId person(int number) {
    return new PersonId("p" + number);
  }

  static Instant at(int second) {
    return START.plusSeconds(second);
  }

  Story say(int second, RoundEvent event) {
    long position = facts.size() + 1L;
    Envelope envelope =
        new Envelope(position, at(second), at(second), "person:p", null, null, null, null);
    facts.add(new RecordedFact(envelope, event));
    return this;
  }

  /** One letter an elector: Y, N, A, or - for silence. */
  Story ballots(int second, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      Choice choice = choice(letters.charAt(i));
      if (choice != null) {
        ballot(second, i, choice);
      }
    }
    return this;
  }

  static @Nullable Choice choice(char letter) {
    return switch (letter) {
      case 'Y' -> Choice.YES;
      case 'N' -> Choice.NO;
      case 'A' -> Choice.ABSTAIN;
      default -> null;
    };
  }

  Story ballot(int second, int elector, Choice choice) {
    return ballot(second, elector, choice, false);
  }

  Story ballot(int second, int elector, Choice choice, boolean reasoned) {
    return say(second, new BallotCast(ROUND, person(elector), choice, reasoned, textVersion, null));
  }

  Story recuse(int second, int elector) {
    return say(second, new InterestDeclared(ROUND, person(elector), null, null));
  }

  Story recuseChair(int second) {
    return say(second, new InterestDeclared(ROUND, CHAIR, null, null));
  }

  Story object(int second, String id) {
    return say(
        second,
        new ObjectionRaised(
            new ObjectionId(id),
            ROUND,
            person(0),
            new Claims(true, true, true, true, false),
            textVersion,
            null));
  }

  Story restart(int second, int deadline) {
    textVersion++;
    return say(second, new RoundEvent.RoundRestarted(ROUND, textVersion, at(deadline)));
  }

  Story advise(int second, Party adviser, Stance stance) {
    return say(second, new AdviceGiven(ROUND, adviser, CHAIR, stance, null));
  }

  Story agree(int second, Party party, boolean agrees) {
    return say(second, new AgreementGiven(ROUND, party, CHAIR, agrees, null));
  }

  Story veto(int second, Party party) {
    return say(second, new VetoCast(ROUND, party, CHAIR, null));
  }

  Story castingVote(int second, Choice choice) {
    return say(second, new CastingVoteCast(ROUND, CHAIR, choice, null));
  }

  List<RecordedFact> facts() {
    return List.copyOf(facts);
  }

  RoundState state() {
    return RoundState.of(facts);
  }

  Computed outcome() {
    return Outcomes.of(state());
  }
}
