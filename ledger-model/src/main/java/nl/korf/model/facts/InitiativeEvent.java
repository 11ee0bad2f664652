package nl.korf.model.facts;

import java.util.List;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.initiatives.Bloft;
import org.jspecify.annotations.Nullable;

/** Facts about initiatives. */
public sealed interface InitiativeEvent extends Fact {

  /** How one initiative relates to another. */
  enum Relation {
    DEPENDS_ON,
    CONFLICTS_WITH,
    PART_OF,
    SUPERSEDES,
    SEE_ALSO
  }

  /**
   * A group wants to bring something about; version 1 of its text.
   *
   * @param stage the first stage, a word of the organisation's own (provisional, idea …)
   */
  record InitiativeProposed(
      @Open @Tagged("initiative") InitiativeId initiative,
      @Open LocalizedText title,
      @Open @Tagged("group") GroupId owner,
      @Open @Tagged("group") List<GroupId> participants,
      @Open String stage,
      @Open Bloft context,
      @Open List<LegalReference> legalReferences,
      @Personal @Nullable FreeText text)
      implements InitiativeEvent {

    public InitiativeProposed {
      participants = List.copyOf(participants);
      legalReferences = List.copyOf(legalReferences);
    }
  }

  /**
   * The text, title or context was revised.
   *
   * @param version 2 for the first revision, and so on
   */
  record InitiativeRevised(
      @Open @Tagged("initiative") InitiativeId initiative,
      @Open int version,
      @Open LocalizedText title,
      @Open Bloft context,
      @Open List<LegalReference> legalReferences,
      @Personal @Nullable FreeText text)
      implements InitiativeEvent {

    public InitiativeRevised {
      legalReferences = List.copyOf(legalReferences);
    }
  }

  /** Another group took the initiative over. */
  record InitiativeTransferred(
      @Open @Tagged("initiative") InitiativeId initiative, @Open @Tagged("group") GroupId owner)
      implements InitiativeEvent {}

  /** A group takes part in the initiative. */
  record GroupJoinedInitiative(
      @Open @Tagged("initiative") InitiativeId initiative, @Open @Tagged("group") GroupId group)
      implements InitiativeEvent {}

  /** A group no longer takes part in the initiative. */
  record GroupLeftInitiative(
      @Open @Tagged("initiative") InitiativeId initiative, @Open @Tagged("group") GroupId group)
      implements InitiativeEvent {}

  /** A person has a part in the initiative (author, reviewer, approver …). */
  record PersonInvolved(
      @Open @Tagged("initiative") InitiativeId initiative,
      @Open @Tagged("person") PersonId person,
      @Open String capacity)
      implements InitiativeEvent {}

  /** A person no longer has that part in the initiative. */
  record PersonReleased(
      @Open @Tagged("initiative") InitiativeId initiative,
      @Open @Tagged("person") PersonId person,
      @Open String capacity)
      implements InitiativeEvent {}

  /** The initiative aims at this milestone (a release, a quarter); null: at none any more. */
  record MilestoneSet(
      @Open @Tagged("initiative") InitiativeId initiative, @Open @Nullable String milestone)
      implements InitiativeEvent {}

  /** One initiative is related to another. */
  record InitiativeLinked(
      @Open @Tagged("initiative") InitiativeId initiative,
      @Open Relation relation,
      @Open @Tagged("initiative") InitiativeId target)
      implements InitiativeEvent {}

  /** A relation between initiatives ended. */
  record InitiativeUnlinked(
      @Open @Tagged("initiative") InitiativeId initiative,
      @Open Relation relation,
      @Open @Tagged("initiative") InitiativeId target)
      implements InitiativeEvent {}

  /**
   * The initiative moved to another stage.
   *
   * @param maturity a second, finer word some organisations keep beside the stage (alpha, beta)
   */
  record StageChanged(
      @Open @Tagged("initiative") InitiativeId initiative,
      @Open String stage,
      @Open @Nullable String maturity)
      implements InitiativeEvent {}

  /** The initiative was withdrawn. */
  record InitiativeWithdrawn(
      @Open @Tagged("initiative") InitiativeId initiative, @Personal @Nullable FreeText reason)
      implements InitiativeEvent {}

  /** A withdrawn initiative was taken up again. */
  record InitiativeRestored(
      @Open @Tagged("initiative") InitiativeId initiative, @Personal @Nullable FreeText reason)
      implements InitiativeEvent {}
}
