package nl.korf.model.view;

import java.time.Instant;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.ObjectionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.RoundEvent.Call;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Claims;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Tally;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/** The rows of decision rounds and of the rules they are held under. */
public sealed interface RoundRows extends Row {

  /**
   * A decision round.
   *
   * @param openedAt position of the opening, which freezes electorate and rule
   * @param deadline the last one; answers are in time before it
   * @param outcome null while it is open
   * @param failed the first condition that did not hold; null while open, and where it was adopted
   * @param proposalAt position of the fact that carries the question in words, or null
   */
  record RoundRow(
      RoundId round,
      GroupId group,
      @Nullable InitiativeId initiative,
      int textVersion,
      @Nullable ProgrammeId programme,
      LocalizedText title,
      RuleRef rule,
      RuleSpec spec,
      int electors,
      Instant deadline,
      @Nullable Instant adviceDeadline,
      @Nullable PersonId decider,
      @Nullable PersonId facilitator,
      @Nullable PersonId castingVote,
      @Nullable Act act,
      @Nullable String stage,
      @Nullable RoundId follows,
      @Nullable Call call,
      int restarts,
      boolean extended,
      @Nullable RoundOutcome outcome,
      @Nullable Tally tally,
      @Nullable String failed,
      long openedAt,
      @Nullable Long proposalAt)
      implements RoundRows {
    @Override
    public String entity() {
      return "round/" + round;
    }
  }

  /** A person may answer in a round; whether they stepped out is a {@link ResponseRow}. */
  record ElectorRow(RoundId round, PersonId person, int weight, @Nullable Party onBehalfOf)
      implements RoundRows {
    @Override
    public String entity() {
      return "elector/" + round + "/" + person;
    }
  }

  /**
   * What an elector answers; each further answer takes the place of the one before, which stays in
   * the history.
   *
   * @param castAt position of the fact, which carries the reason
   */
  record BallotRow(
      RoundId round,
      PersonId person,
      Choice choice,
      boolean reasoned,
      int textVersion,
      boolean hasReason,
      long castAt)
      implements RoundRows {
    @Override
    public String entity() {
      return "ballot/" + round + "/" + person;
    }
  }

  /** What can be said in a round beside a ballot. */
  enum ResponseKind {
    ADVICE,
    AGREEMENT,
    VETO,
    CASTING_VOTE,
    RECUSAL;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What a party said in a round beside ballots.
   *
   * @param party for whom; a person where it is their own
   * @param person who said it
   * @param content the stance of an adviser, whether a party agrees, how a tie is broken: {@code
   *     FOR}, {@code true}, {@code YES}; empty for a veto and a recusal
   * @param hasText whether the fact carries words
   */
  record ResponseRow(
      RoundId round,
      ResponseKind kind,
      Party party,
      PersonId person,
      String content,
      boolean hasText,
      long saidAt)
      implements RoundRows {
    @Override
    public String entity() {
      return "response/" + round + "/" + kind.word() + "/" + party;
    }
  }

  /** Where an objection stands. */
  enum ObjectionState {
    RAISED,
    SUSTAINED,
    DISMISSED,
    INTEGRATED,
    WITHDRAWN
  }

  /** An objection in a round. */
  record ObjectionRow(
      ObjectionId objection,
      RoundId round,
      PersonId person,
      Claims claims,
      int textVersion,
      ObjectionState state,
      @Nullable PersonId settledBy,
      long raisedAt,
      long version)
      implements RoundRows {
    @Override
    public String entity() {
      return "objection/" + objection;
    }
  }

  /**
   * A rule of a group's own, in its latest version; earlier ones stay in the history.
   *
   * @param definedAt position of the fact that laid this version down
   */
  record RuleRow(
      RuleId rule,
      int version,
      LocalizedText name,
      @Nullable GroupId group,
      RuleSpec spec,
      boolean retired,
      long definedAt)
      implements RoundRows {
    @Override
    public String entity() {
      return "rule/" + rule;
    }
  }
}
