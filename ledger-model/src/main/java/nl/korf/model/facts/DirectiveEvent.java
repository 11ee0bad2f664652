package nl.korf.model.facts;

import java.time.Instant;
import nl.korf.model.BodyId;
import nl.korf.model.DirectiveId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.LegalReference;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Subject;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import org.jspecify.annotations.Nullable;

/**
 * Facts about directives (aanwijzingen): stepping in from above, in the open. A directive works
 * only by being here, seen by all; that it lapses at its expiry is derived.
 */
public sealed interface DirectiveEvent extends Fact {

  /** How far a directive reaches. */
  enum DirectiveType {
    /** Binds nobody. */
    RECOMMEND,
    /** Binds the holder in how a power is used (Awb 10:6(1)); a breach is a flag. */
    INSTRUCT,
    /** Nothing is decided on the target while it runs. */
    HOLD,
    /** The issuer decides instead (Awb 10:7). */
    CALL_IN,
    /** The issuer puts another text beside what the group decided (Awb 10:7). */
    REPLACE
  }

  /**
   * A directive was issued.
   *
   * @param target what it is aimed at
   * @param group the group concerned at that moment: whose decision is stepped into; or null
   * @param issuer the role or body that issues it
   * @param principal the body whose power it concerns, or null where it binds nobody
   * @param by the person who acted
   * @param act what is stepped into, as the competence rules see it, where that is known
   * @param competence of the issuer for that act; null where none is needed
   * @param expiresAt when it lapses by itself
   * @param text the direction in words, or the text that stands beside the group's
   */
  record DirectiveIssued(
      @Open @Tagged("directive") DirectiveId directive,
      @Open DirectiveType type,
      @Open @Tagged("directed-at") Subject target,
      @Open @Nullable GroupId group,
      @Open Party issuer,
      @Open @Nullable BodyId principal,
      @Open PersonId by,
      @Open @Nullable Act act,
      @Open @Nullable CompetenceProof competence,
      @Open LegalReference legalBasis,
      @Open Instant expiresAt,
      @Personal @Nullable FreeText text,
      @Personal @Nullable FreeText reason)
      implements DirectiveEvent {}

  /** A HOLD was prolonged, once. */
  record DirectiveExtended(
      @Open @Tagged("directive") DirectiveId directive,
      @Open @Tagged("directed-at") Subject target,
      @Open PersonId by,
      @Open Instant expiresAt,
      @Personal @Nullable FreeText reason)
      implements DirectiveEvent {}

  /** Somebody concerned used the right of reply. */
  record DirectiveAnswered(
      @Open @Tagged("directive") DirectiveId directive,
      @Open PersonId person,
      @Open @Nullable Party onBehalfOf,
      @Personal @Nullable FreeText text)
      implements DirectiveEvent {}

  /** A directive was taken back before its expiry. */
  record DirectiveLifted(
      @Open @Tagged("directive") DirectiveId directive,
      @Open @Tagged("directed-at") Subject target,
      @Open PersonId by,
      @Personal @Nullable FreeText reason)
      implements DirectiveEvent {}
}
