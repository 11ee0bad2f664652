package nl.korf.model.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.ObjectionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoundId;
import nl.korf.model.authority.Act;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * Facts about decision rounds. What changes the round itself (opening, extension, new text,
 * outcome) carries the tag {@code round}; what is said in it (ballots, advice, objections,
 * recusals) carries {@code in-round}, so that ballots do not stand in each other's way.
 */
public sealed interface RoundEvent extends Fact {

  /** What an elector answers. Under CONSENT yes is consent and an abstention stands aside. */
  enum Choice {
    YES,
    NO,
    ABSTAIN
  }

  /** What an adviser advises. */
  enum Stance {
    FOR,
    AGAINST,
    NEUTRAL
  }

  /** Why a round follows another one. */
  enum Call {
    /** The one declared second call after a round without quorum. */
    SECOND_CALL,
    /** The rule declared beforehand for a round that is blocked. */
    FALLBACK
  }

  /** How a round ends. */
  enum RoundOutcome {
    ADOPTED,
    REJECTED,
    /** As many for as against: the status quo stays. */
    TIED,
    NO_QUORUM,
    /** The rule cannot be met any more, or objections stand after the declared number of rounds. */
    BLOCKED,
    VETOED,
    /** Whoever had to decide did not in time. */
    LAPSED,
    WITHDRAWN
  }

  /**
   * One voice.
   *
   * @param weight of it, at least 1
   * @param onBehalfOf for whom the person answers, where it is not for themselves
   */
  record Elector(PersonId person, int weight, @Nullable Party onBehalfOf) {
    public Elector {
      if (weight < 1) {
        throw new IllegalArgumentException("an elector weighs at least 1, not " + weight);
      }
    }
  }

  /**
   * What an objection claims; it counts with all of the first four, or with the last (Holacracy
   * constitution 5.3.2).
   */
  record Claims(
      boolean harmsPurpose,
      boolean limitsRole,
      boolean causedByProposal,
      boolean certainOrNoTimeToAdapt,
      boolean breaksRule) {

    /** Whether the claims made are those an objection needs. */
    public boolean sufficient() {
      return breaksRule
          || (harmsPurpose && limitsRole && causedByProposal && certainOrNoTimeToAdapt);
    }
  }

  /** What was counted, in weight and in heads, after recusals. */
  record Tally(
      long yes,
      long no,
      long abstain,
      long electorate,
      int ballots,
      int electors,
      int openObjections) {}

  /**
   * A round was opened; everything its outcome depends on is frozen here.
   *
   * @param group who decides
   * @param initiative what is decided about; null where it is a programme or a question of its own
   * @param textVersion the version of the initiative's text that is decided about; 0 without one
   * @param rule which version of which rule {@code spec} is
   * @param deadline answers are in time before this instant
   * @param adviceDeadline ADVICE: the end of the advisers' time; else null
   * @param decider ADVICE and MANDATED: who decides; else null
   * @param facilitator who tests objections; null: nobody does, they stand as raised
   * @param castingVote who may break a tie, or null
   * @param act the act that is decided on, as the competence rules see it; null: none outside the
   *     group
   * @param stage the stage the initiative moves to when adopted
   * @param follows the round this one is a call of
   * @param proposal the question in words, where it is not the initiative's text
   */
  record RoundOpened(
      @Open @Tagged("round") RoundId round,
      @Open @Tagged("group") GroupId group,
      @Open @Nullable @Tagged("initiative") InitiativeId initiative,
      @Open int textVersion,
      @Open @Nullable @Tagged("programme") ProgrammeId programme,
      @Open LocalizedText title,
      @Open List<Elector> electorate,
      @Open RuleRef rule,
      @Open RuleSpec spec,
      @Open Instant deadline,
      @Open @Nullable Instant adviceDeadline,
      @Open @Nullable PersonId decider,
      @Open @Nullable PersonId facilitator,
      @Open @Nullable PersonId castingVote,
      @Open @Nullable Act act,
      @Open @Nullable String stage,
      @Open @Nullable @Tagged("followed-by") RoundId follows,
      @Open @Nullable Call call,
      @Personal @Nullable FreeText proposal)
      implements RoundEvent {

    public RoundOpened {
      electorate = List.copyOf(electorate);
    }
  }

  /**
   * An elector answered; the last answer before the deadline counts, every one stays visible.
   *
   * @param reasoned whether a reason was given, which a rule may ask for
   * @param textVersion the version of the text that was answered
   */
  record BallotCast(
      @Open @Tagged("in-round") RoundId round,
      @Open @Tagged("voter") PersonId person,
      @Open Choice choice,
      @Open boolean reasoned,
      @Open int textVersion,
      @Personal @Nullable FreeText reason)
      implements RoundEvent {}

  /** The person named at opening said how a tie is to be broken; counts only where there is one. */
  record CastingVoteCast(
      @Open @Tagged("in-round") RoundId round,
      @Open @Tagged("voter") PersonId person,
      @Open Choice choice,
      @Personal @Nullable FreeText reason)
      implements RoundEvent {}

  /** An adviser answered (Awb 3:5). */
  record AdviceGiven(
      @Open @Tagged("in-round") RoundId round,
      @Open Party adviser,
      @Open PersonId person,
      @Open Stance stance,
      @Personal @Nullable FreeText text)
      implements RoundEvent {}

  /** A party that must agree said whether it does; the last answer counts. */
  record AgreementGiven(
      @Open @Tagged("in-round") RoundId round,
      @Open Party party,
      @Open PersonId person,
      @Open boolean agrees,
      @Personal @Nullable FreeText reason)
      implements RoundEvent {}

  /** A party with a veto used it. */
  record VetoCast(
      @Open @Tagged("in-round") RoundId round,
      @Open Party party,
      @Open PersonId person,
      @Personal @Nullable FreeText reason)
      implements RoundEvent {}

  /** An elector may not or will not take part (Awb 2:4): recused, and out of the electorate. */
  record InterestDeclared(
      @Open @Tagged("in-round") RoundId round,
      @Open @Tagged("voter") PersonId person,
      @Open @Nullable LegalReference legalBasis,
      @Personal @Nullable FreeText reason)
      implements RoundEvent {}

  /**
   * An elector or a party that must be heard objected.
   *
   * @param textVersion the version of the text objected to
   */
  record ObjectionRaised(
      @Open @Tagged("objection") ObjectionId objection,
      @Open @Tagged("in-round") RoundId round,
      @Open @Tagged("voter") PersonId person,
      @Open Claims claims,
      @Open int textVersion,
      @Personal @Nullable FreeText reason)
      implements RoundEvent {}

  /** The facilitator found that the objection has its arguments; never how much they weigh. */
  record ObjectionSustained(
      @Open @Tagged("objection") ObjectionId objection,
      @Open @Tagged("in-round") RoundId round,
      @Open PersonId by)
      implements RoundEvent {}

  /** The facilitator found that the objection lacks an argument it needs. */
  record ObjectionDismissed(
      @Open @Tagged("objection") ObjectionId objection,
      @Open @Tagged("in-round") RoundId round,
      @Open PersonId by,
      @Personal @Nullable FreeText reason)
      implements RoundEvent {}

  /** The text was changed so that the objector no longer objects. */
  record ObjectionIntegrated(
      @Open @Tagged("objection") ObjectionId objection,
      @Open @Tagged("in-round") RoundId round,
      @Open int textVersion,
      @Open PersonId by)
      implements RoundEvent {}

  /** The objector took the objection back. */
  record ObjectionWithdrawn(
      @Open @Tagged("objection") ObjectionId objection,
      @Open @Tagged("in-round") RoundId round,
      @Open PersonId by,
      @Personal @Nullable FreeText reason)
      implements RoundEvent {}

  /** The quorum was first reached so late that the deadline was put off, once. */
  record RoundExtended(@Open @Tagged("round") RoundId round, @Open Instant deadline)
      implements RoundEvent {}

  /** The text was revised: all answers to the earlier text are void, and the clock began anew. */
  record RoundRestarted(
      @Open @Tagged("round") RoundId round, @Open int textVersion, @Open Instant deadline)
      implements RoundEvent {}

  /** The group took its question back. */
  record RoundWithdrawn(
      @Open @Tagged("round") RoundId round, @Open PersonId by, @Personal @Nullable FreeText reason)
      implements RoundEvent {}

  /**
   * The outcome was computed, from the facts of the round alone; anybody can compute it again.
   *
   * @param failed the first condition that does not hold, or null where it was adopted
   * @param values what that condition compared, by name
   * @param deadline the last deadline of the round
   * @param asKnownAt the position up to which the facts of the round were counted
   */
  record OutcomeComputed(
      @Open @Tagged("round") RoundId round,
      @Open RoundOutcome outcome,
      @Open Tally tally,
      @Open @Nullable String failed,
      @Open Map<String, String> values,
      @Open Instant deadline,
      @Open long asKnownAt)
      implements RoundEvent {

    public OutcomeComputed {
      values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }
}
