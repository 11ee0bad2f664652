package nl.korf.model.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.korf.model.GroupId;
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

/**
 * "With these ballots it would be …": the outcome under a rule for answers nobody gave, by the very
 * function that computes real ones.
 *
 * @param ballots what each elector would answer, with a reason; who is not named stays silent
 * @param recused electors who would step out
 * @param objections how many objections would stand
 * @param advice what each adviser would advise
 * @param agreements whether each party that must agree would
 * @param vetoes who would use a veto
 * @param decider who decides, under ADVICE and MANDATED
 * @param castingVote how a tie would be broken, or null: nobody is named for it
 */
public record Preview(
    RuleSpec spec,
    List<Elector> electorate,
    Map<PersonId, Choice> ballots,
    List<PersonId> recused,
    int objections,
    Map<Party, Stance> advice,
    Map<Party, Boolean> agreements,
    List<Party> vetoes,
    @Nullable PersonId decider,
    @Nullable Choice castingVote) {

  private static final Instant OPENED = Instant.EPOCH;
  private static final RoundId ROUND = new RoundId("preview");
  private static final PersonId CHAIR = new PersonId("casting-vote");

  /** Most objections a preview takes. */
  public static final int OBJECTIONS_MAX = 1_000;

  public Preview {
    electorate = List.copyOf(electorate);
    ballots = Map.copyOf(ballots);
    recused = List.copyOf(recused);
    advice = Map.copyOf(advice);
    agreements = Map.copyOf(agreements);
    vetoes = List.copyOf(vetoes);
    if (objections < 0 || objections > OBJECTIONS_MAX) {
      throw new IllegalArgumentException(
          "a preview takes 0 to %d objections, not %d".formatted(OBJECTIONS_MAX, objections));
    }
  }

  /** What it would be. */
  public Computed outcome() {
    return Outcomes.of(state());
  }

  /** The round it would be: advice first, then everything else, all in time. */
  private RoundState state() {
    List<RoundEvent> said = new ArrayList<>();
    said.add(opened());
    recused.forEach(person -> said.add(new InterestDeclared(ROUND, person, null, null)));
    advice.forEach((party, stance) -> said.add(new AdviceGiven(ROUND, party, CHAIR, stance, null)));
    for (int number = 1; number <= objections; number++) {
      said.add(
          new ObjectionRaised(
              new ObjectionId("objection-" + number),
              ROUND,
              CHAIR,
              new Claims(true, true, true, true, true),
              0,
              null));
    }
    ballots.forEach(
        (person, choice) -> said.add(new BallotCast(ROUND, person, choice, true, 0, null)));
    agreements.forEach(
        (party, agrees) -> said.add(new AgreementGiven(ROUND, party, CHAIR, agrees, null)));
    vetoes.forEach(party -> said.add(new VetoCast(ROUND, party, CHAIR, null)));
    if (castingVote != null) {
      said.add(new CastingVoteCast(ROUND, CHAIR, castingVote, null));
    }
    List<RecordedFact> facts = new ArrayList<>();
    said.forEach(event -> facts.add(recorded(event, facts.size() + 1)));
    return RoundState.of(facts);
  }

  private RoundOpened opened() {
    return new RoundOpened(
        ROUND,
        new GroupId("preview"),
        null,
        0,
        null,
        LocalizedText.en("preview"),
        electorate,
        new RuleRef(new RuleId("preview"), 1),
        spec,
        OPENED.plusSeconds(1),
        null,
        decider,
        null,
        castingVote == null ? null : CHAIR,
        null,
        null,
        null,
        null,
        null);
  }

  private static RecordedFact recorded(RoundEvent event, long position) {
    Envelope envelope =
        new Envelope(position, OPENED, OPENED, "system:preview", null, null, null, null);
    return new RecordedFact(envelope, event);
  }
}
