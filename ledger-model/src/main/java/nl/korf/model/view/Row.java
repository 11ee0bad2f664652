package nl.korf.model.view;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.RoundId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.facts.InitiativeEvent.Relation;
import nl.korf.model.facts.PowerEvent.Flagged;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.model.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The state of one entity over an interval. Holds ids, titles, states, dates and amounts; never the
 * text of a {@link nl.korf.model.FreeText}, only the position of the fact that carries it.
 */
public sealed interface Row
    permits Row.PersonRow,
        Row.BodyRow,
        Row.RoleRow,
        Row.AppointmentRow,
        Row.GroupRow,
        Row.MembershipRow,
        Row.PowerRow,
        Row.AttributionRow,
        Row.MandateRow,
        Row.InitiativeRow,
        Row.InvolvementRow,
        Row.LinkRow,
        Row.DecisionRow,
        RoundRows,
        DecisionRows,
        DirectiveRows,
        ProgrammeRows,
        MandateRows {

  /** The entity this row is about, {@code group/tiger-team}; unique within the ledger. */
  String entity();

  record PersonRow(PersonId person, boolean team) implements Row {
    @Override
    public String entity() {
      return "person/" + person;
    }
  }

  record BodyRow(
      BodyId body,
      LocalizedText name,
      RegisterNumber identifier,
      String kind,
      @Nullable BodyId parent,
      @Nullable LegalReference legalBasis,
      boolean dissolved)
      implements Row {
    @Override
    public String entity() {
      return "body/" + body;
    }
  }

  record RoleRow(
      RoleId role,
      LocalizedText name,
      BodyId body,
      @Nullable BodyId embodies,
      @Nullable RoleId reportsTo,
      @Nullable RoleId specialises,
      Cardinality cardinality,
      @Nullable LegalReference legalBasis,
      boolean abolished)
      implements Row {
    @Override
    public String entity() {
      return "role/" + role;
    }
  }

  /**
   * A person holds a role.
   *
   * @param assignedBy position of the appointment
   */
  record AppointmentRow(RoleId role, PersonId person, long assignedBy) implements Row {
    @Override
    public String entity() {
      return "appointment/" + role + "/" + person;
    }
  }

  record GroupRow(
      GroupId group,
      LocalizedText name,
      String kind,
      @Nullable GroupId parent,
      @Nullable BodyId organisation,
      List<GroupId> answersTo,
      GroupState state,
      @Nullable Long purposeAt)
      implements Row {
    @Override
    public String entity() {
      return "group/" + group;
    }
  }

  /** A person is a member of a group in one capacity. */
  record MembershipRow(GroupId group, PersonId person, String capacity, long joinedBy)
      implements Row {
    @Override
    public String entity() {
      return "membership/" + group + "/" + person + "/" + capacity;
    }
  }

  record PowerRow(
      PowerId power,
      LocalizedText name,
      @Nullable PowerId parent,
      @Nullable String category,
      List<Flagged> flags,
      @Nullable LegalReference legalBasis)
      implements Row {
    @Override
    public String entity() {
      return "power/" + power;
    }
  }

  /** A body holds a power by attribution. */
  record AttributionRow(
      PowerId power, BodyId body, @Nullable LegalReference legalBasis, long attributedBy)
      implements Row {
    @Override
    public String entity() {
      return "attribution/" + power + "/" + body;
    }
  }

  /** The state of a mandate itself; what its ancestors do is intersected at read. */
  enum MandateState {
    /** Waits for consent (Awb 10:4(1)); does not count. */
    PROPOSED,
    ACTIVE,
    SUSPENDED,
    /** Somebody whose consent it waited for withheld it; it never comes to count. */
    DECLINED,
    REVOKED,
    /** Its own end has passed. */
    EXPIRED
  }

  /**
   * A mandate.
   *
   * @param terms as they stand after every narrowing
   * @param consents whose consent the grant asked for
   * @param awaited those of them who have not answered yet
   * @param record the document it was given by, or null
   * @param published where it was made known last, or null
   * @param version position of the fact that gave this state
   */
  record MandateRow(
      MandateId mandate,
      @Nullable MandateId parent,
      MandateTerms terms,
      MandateState state,
      List<Party> consents,
      List<Party> awaited,
      @Nullable WrittenRecord record,
      @Nullable String published,
      long version)
      implements Row {

    public MandateRow {
      consents = List.copyOf(consents);
      awaited = List.copyOf(awaited);
    }

    @Override
    public String entity() {
      return "mandate/" + mandate;
    }
  }

  /**
   * An initiative.
   *
   * @param version of the text
   * @param textAt position of the fact that carries the present text, or null
   */
  record InitiativeRow(
      InitiativeId initiative,
      LocalizedText title,
      GroupId owner,
      List<GroupId> participants,
      String stage,
      @Nullable String maturity,
      @Nullable String milestone,
      int version,
      Bloft context,
      List<LegalReference> legalReferences,
      @Nullable Long textAt,
      boolean withdrawn)
      implements Row {
    @Override
    public String entity() {
      return "initiative/" + initiative;
    }
  }

  /** A person has a part in an initiative. */
  record InvolvementRow(InitiativeId initiative, PersonId person, String capacity) implements Row {
    @Override
    public String entity() {
      return "involvement/" + initiative + "/" + person + "/" + capacity;
    }
  }

  /** A relation between two initiatives. */
  record LinkRow(InitiativeId initiative, Relation relation, InitiativeId target) implements Row {
    @Override
    public String entity() {
      return "link/" + initiative + "/" + relation + "/" + target;
    }
  }

  /**
   * A decision, from when it was taken.
   *
   * @param state its own; that another stands in its place is in a {@link
   *     DecisionRows.SupersessionRow}
   * @param effectiveFrom when it works
   * @param expiresAt when it no longer works by itself, or null
   * @param reviewAt when it is to be reviewed next, or null
   * @param takenAt position of the fact
   * @param hasMotivation whether the fact carries a motivation
   */
  record DecisionRow(
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
      @Nullable String stage,
      @Nullable RoundId round,
      @Nullable MandateId delegation,
      DecisionRows.DecisionState state,
      Instant effectiveFrom,
      @Nullable Instant expiresAt,
      @Nullable Instant reviewAt,
      DecisionRows.@Nullable Review review,
      DecisionRows.@Nullable Repeal repeal,
      DecisionRows.@Nullable Ratification ratification,
      long takenAt,
      boolean hasMotivation)
      implements Row {
    @Override
    public String entity() {
      return "decision/" + decision;
    }

    /** Whether an act or its own end has ended it. */
    public boolean ended() {
      return state == DecisionRows.DecisionState.REPEALED
          || state == DecisionRows.DecisionState.EXPIRED;
    }
  }
}
