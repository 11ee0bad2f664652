package nl.korf.model.facts;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import org.jspecify.annotations.Nullable;

/** Facts about groups and their members over time. */
public sealed interface GroupEvent extends Fact {

  /** The state of a group. */
  enum GroupState {
    ACTIVE,
    /** Kept, no longer at work. */
    ARCHIVED,
    DISSOLVED
  }

  /**
   * A group was formed.
   *
   * @param kind working group, team, committee …: a word of the organisation's own
   * @param parent the group it is nested in
   * @param organisation the body it belongs to
   * @param answersTo groups it owes an account to (stakeholder groups)
   */
  record GroupFormed(
      @Open @Tagged("group") GroupId group,
      @Open LocalizedText name,
      @Open String kind,
      @Open @Nullable GroupId parent,
      @Open @Nullable BodyId organisation,
      @Open List<GroupId> answersTo,
      @Personal @Nullable FreeText purpose)
      implements GroupEvent {

    public GroupFormed {
      answersTo = List.copyOf(answersTo);
    }
  }

  /** A group goes by another name. */
  record GroupRenamed(@Open @Tagged("group") GroupId group, @Open LocalizedText name)
      implements GroupEvent {}

  /** A group moved below another one, or to the top ({@code parent} null). */
  record GroupMoved(@Open @Tagged("group") GroupId group, @Open @Nullable GroupId parent)
      implements GroupEvent {}

  /** A group became a group of another kind. */
  record GroupReclassified(@Open @Tagged("group") GroupId group, @Open String kind)
      implements GroupEvent {}

  /** A group stopped its work and is kept. */
  record GroupArchived(@Open @Tagged("group") GroupId group, @Personal @Nullable FreeText reason)
      implements GroupEvent {}

  /** An archived or dissolved group took up its work again. */
  record GroupRestored(@Open @Tagged("group") GroupId group, @Personal @Nullable FreeText reason)
      implements GroupEvent {}

  /** A group ceased to exist. */
  record GroupDissolved(@Open @Tagged("group") GroupId group, @Personal @Nullable FreeText reason)
      implements GroupEvent {}

  /** A person became a member of a group, in one capacity (member, lead, chair …). */
  record MemberJoined(
      @Open @Tagged("group") GroupId group,
      @Open @Tagged("person") PersonId person,
      @Open String capacity)
      implements GroupEvent {}

  /** A person stopped being a member in that capacity. */
  record MemberLeft(
      @Open @Tagged("group") GroupId group,
      @Open @Tagged("person") PersonId person,
      @Open String capacity,
      @Personal @Nullable FreeText reason)
      implements GroupEvent {}
}
