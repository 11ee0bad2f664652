package nl.korf.model.facts;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.rules.Rule;
import org.jspecify.annotations.Nullable;

/** Facts about decisions. */
public sealed interface DecisionEvent extends Fact {

  /** What a review of a decision led to. */
  enum ReviewResult {
    /** It stands as it is. */
    REAFFIRMED,
    /** It will be replaced by an amended one, which then supersedes it. */
    AMENDED,
    /** It no longer works from the review on. */
    REPEALED,
    /** It is left to end at its expiry. */
    LAPSED
  }

  /**
   * A decision was taken.
   *
   * @param decidedBy the person who decided; null where the source does not tell
   * @param decidedFor the group in whose work it was decided, where there is one
   * @param principal the body in whose name (Awb 10:10)
   * @param act what was decided about, as the competence rules see it; null where not known
   * @param competence verdict and proof as of the moment of deciding
   * @param mandatesUsed every mandate of the path; tags a use, not a change, so decisions under one
   *     mandate do not conflict
   * @param capsUsed the mandates of the path with a cumulative cap; contended by nature
   * @param stage the stage the initiative moves to by this decision
   * @param effectiveFrom when it works; null is the fact's effective time
   * @param expiresAt when it no longer works; null is open
   * @param reviewAt when it is to be reviewed; null only in recorded history
   * @param round the round whose outcome it carries out, where a group decided
   * @param delegation the delegation decided under, which the decision cites (Awb 10:19)
   * @param ownPower the body that decided by the power it holds itself; null under a mandate, and
   *     where it is not known. By it the principal and a holder of its mandate find each other's
   *     decisions (Awb 10:7)
   */
  record DecisionTaken(
      @Open @Tagged("decision") DecisionId decision,
      @Open @Nullable @Tagged("initiative") InitiativeId initiative,
      @Open LocalizedText title,
      @Open Rule rule,
      @Open @Nullable @Tagged("decider") PersonId decidedBy,
      @Open @Nullable Party decidedFor,
      @Open @Nullable BodyId principal,
      @Open @Nullable Act act,
      @Open CompetenceProof competence,
      @Open @Tagged("mandate-use") List<MandateId> mandatesUsed,
      @Open @Tagged("mandate-cap") List<MandateId> capsUsed,
      @Open @Nullable String stage,
      @Open @Nullable Instant effectiveFrom,
      @Open @Nullable Instant expiresAt,
      @Open @Nullable Instant reviewAt,
      @Open @Nullable @Tagged("decides-round") RoundId round,
      @Open @Nullable MandateId delegation,
      @Open @Nullable @Tagged("own-power") BodyId ownPower,
      @Personal @Nullable FreeText motivation)
      implements DecisionEvent {

    public DecisionTaken {
      mandatesUsed = List.copyOf(mandatesUsed);
      capsUsed = List.copyOf(capsUsed);
    }

    /** A decision without a round, a delegation, a power of its own, an expiry or a review. */
    public DecisionTaken(
        DecisionId decision,
        @Nullable InitiativeId initiative,
        LocalizedText title,
        Rule rule,
        @Nullable PersonId decidedBy,
        @Nullable Party decidedFor,
        @Nullable BodyId principal,
        @Nullable Act act,
        CompetenceProof competence,
        List<MandateId> mandatesUsed,
        List<MandateId> capsUsed,
        @Nullable String stage,
        @Nullable Instant effectiveFrom,
        @Nullable FreeText motivation) {
      this(
          decision,
          initiative,
          title,
          rule,
          decidedBy,
          decidedFor,
          principal,
          act,
          competence,
          mandatesUsed,
          capsUsed,
          stage,
          effectiveFrom,
          null,
          null,
          null,
          null,
          null,
          motivation);
    }

    /** The same decision, as one that carries out a round: by its rule, for its group. */
    public DecisionTaken carryingOut(RoundId ofRound, Rule byRule, GroupId group) {
      return new DecisionTaken(
          decision,
          initiative,
          title,
          byRule,
          decidedBy,
          Party.of(group),
          principal,
          act,
          competence,
          mandatesUsed,
          capsUsed,
          stage,
          effectiveFrom,
          expiresAt,
          reviewAt,
          ofRound,
          delegation,
          ownPower,
          motivation);
    }

    /** The same decision with the verdict that was found on it, and the mandates that rests on. */
    public DecisionTaken judged(CompetenceProof found, List<MandateId> used) {
      return new DecisionTaken(
          decision,
          initiative,
          title,
          rule,
          decidedBy,
          decidedFor,
          principal,
          act,
          found,
          used,
          capsUsed,
          stage,
          effectiveFrom,
          expiresAt,
          reviewAt,
          round,
          delegation,
          ownPower,
          motivation);
    }
  }

  /**
   * A later decision takes the place of an earlier one, whole; read in both directions.
   *
   * @param decision the earlier one
   * @param initiative what the earlier one is about; null where that is nothing, and in version 1
   * @param by the later one
   * @param effectiveFrom from when: that of the later one, or now where that works already; null is
   *     the fact's effective time
   * @param revives whether the earlier one works again should the later one be repealed
   * @param competence of whoever decided, for the power of the earlier one
   */
  record DecisionSuperseded(
      @Open @Tagged("decision") DecisionId decision,
      @Open @Nullable @Tagged("initiative") InitiativeId initiative,
      @Open @Tagged("superseding") DecisionId by,
      @Open @Nullable Instant effectiveFrom,
      @Open boolean revives,
      @Open CompetenceProof competence,
      @Open @Tagged("mandate-use") List<MandateId> mandatesUsed)
      implements DecisionEvent {

    public DecisionSuperseded {
      mandatesUsed = List.copyOf(mandatesUsed);
    }
  }

  /**
   * A decision was repealed; it no longer works from the fact's effective time on.
   *
   * @param initiative what it is about; null where that is nothing, and in version 1
   */
  record DecisionRepealed(
      @Open @Tagged("decision") DecisionId decision,
      @Open @Nullable @Tagged("initiative") InitiativeId initiative,
      @Open PersonId by,
      @Open CompetenceProof competence,
      @Open @Tagged("mandate-use") List<MandateId> mandatesUsed,
      @Open @Nullable LegalReference legalBasis,
      @Personal @Nullable FreeText reason)
      implements DecisionEvent {

    public DecisionRepealed {
      mandatesUsed = List.copyOf(mandatesUsed);
    }
  }

  /**
   * A decision was reviewed. With {@link ReviewResult#REPEALED} it ends here; the repeal beside it
   * carries the competence.
   *
   * @param nextReviewAt the next review, where it goes on to work
   */
  record DecisionReviewed(
      @Open @Tagged("decision") DecisionId decision,
      @Open PersonId by,
      @Open ReviewResult result,
      @Open @Nullable Instant nextReviewAt,
      @Personal @Nullable FreeText reason)
      implements DecisionEvent {}

  /**
   * A person competent now took a decision for the account of the principal (bekrachtiging, rule
   * M19). The decision and its own verdict stay as they are.
   *
   * @param competence of whoever ratified, as of the moment of ratifying
   */
  record DecisionRatified(
      @Open @Tagged("decision") DecisionId decision,
      @Open PersonId by,
      @Open @Nullable BodyId principal,
      @Open CompetenceProof competence,
      @Open @Tagged("mandate-use") List<MandateId> mandatesUsed,
      @Personal @Nullable FreeText reason)
      implements DecisionEvent {

    public DecisionRatified {
      mandatesUsed = List.copyOf(mandatesUsed);
    }
  }

  /** A person's view that differs, published beside the decision; blocks nothing. */
  record DissentRecorded(
      @Open @Tagged("dissent-on") DecisionId decision,
      @Open @Tagged("dissenter") PersonId person,
      @Personal @Nullable FreeText text)
      implements DecisionEvent {}

  /**
   * Somebody signed what a body or group had decided itself (Awb 10:11).
   *
   * @param mandate the signing mandate, or null where the signer acts as the body itself
   */
  record DecisionSigned(
      @Open @Tagged("signature-on") DecisionId decision,
      @Open PersonId by,
      @Open @Nullable @Tagged("mandate-use") MandateId mandate,
      @Open CompetenceProof competence)
      implements DecisionEvent {}
}
