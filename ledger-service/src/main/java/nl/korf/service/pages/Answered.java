package nl.korf.service.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.korf.eventstore.FactLog;
import nl.korf.model.FreeText;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.AgreementGiven;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.CastingVoteCast;
import nl.korf.model.facts.RoundEvent.InterestDeclared;
import nl.korf.model.facts.RoundEvent.ObjectionRaised;
import nl.korf.model.facts.RoundEvent.VetoCast;
import nl.korf.model.rounds.RoundState;
import org.jspecify.annotations.Nullable;

/**
 * Every fact of one round up to a position: what its outcome is a function of, and the words that
 * were said.
 */
final class Answered {

  private final List<RecordedFact> facts;
  private final Map<Long, RecordedFact> byPosition = new HashMap<>();

  private Answered(List<RecordedFact> facts) {
    this.facts = facts;
    facts.forEach(fact -> byPosition.put(fact.position(), fact));
  }

  static Answered in(RoundId round, long position, FactLog log) {
    List<RecordedFact> facts = new ArrayList<>();
    for (String tag : List.of("round=" + round, "in-round=" + round)) {
      facts.addAll(TaggedFacts.upTo(position, tag, log));
    }
    return new Answered(facts);
  }

  RoundState state() {
    return RoundState.of(facts);
  }

  /** The words of the fact at a position, or null where it carries none. */
  @Nullable FreeText words(long position) {
    RecordedFact fact = byPosition.get(position);
    if (fact == null || !(fact.fact() instanceof RoundEvent event)) {
      return null;
    }
    return switch (event) {
      case BallotCast ballot -> ballot.reason();
      case CastingVoteCast vote -> vote.reason();
      case AdviceGiven advice -> advice.text();
      case AgreementGiven agreement -> agreement.reason();
      case VetoCast veto -> veto.reason();
      case InterestDeclared interest -> interest.reason();
      case ObjectionRaised objection -> objection.reason();
      case RoundEvent.RoundOpened opened -> opened.proposal();
      case RoundEvent.ObjectionDismissed dismissed -> dismissed.reason();
      case RoundEvent.ObjectionWithdrawn withdrawn -> withdrawn.reason();
      case RoundEvent.RoundWithdrawn withdrawn -> withdrawn.reason();
      case RoundEvent.ObjectionSustained _,
          RoundEvent.ObjectionIntegrated _,
          RoundEvent.RoundExtended _,
          RoundEvent.RoundRestarted _,
          RoundEvent.OutcomeComputed _ ->
          null;
    };
  }
}
