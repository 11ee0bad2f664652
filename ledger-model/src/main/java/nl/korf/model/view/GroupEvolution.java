package nl.korf.model.view;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DirectiveEvent;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.GroupEvent.GroupArchived;
import nl.korf.model.facts.GroupEvent.GroupDissolved;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupMoved;
import nl.korf.model.facts.GroupEvent.GroupReclassified;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import nl.korf.model.facts.GroupEvent.GroupRestored;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.LedgerEvent;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.PeopleEvent;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MembershipRow;
import org.jspecify.annotations.Nullable;

/** Groups, and who is a member when. */
record GroupEvolution() implements Evolution {

  private static final Set<String> TYPES = FactTypes.namesIn(GroupEvent.class);

  @Override
  public ReadModel readModel() {
    return ReadModel.GROUPS;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public List<Step> steps(RecordedFact recorded) {
    return switch (recorded.fact()) {
      case GroupEvent event -> steps(event, recorded.envelope());
      case LedgerEvent _,
          PeopleEvent _,
          BodyEvent _,
          RoleEvent _,
          PowerEvent _,
          MandateEvent _,
          InitiativeEvent _,
          DecisionEvent _,
          RuleEvent _,
          RoundEvent _,
          DirectiveEvent _,
          ProgrammeEvent _ ->
          List.of();
    };
  }

  private static List<Step> steps(GroupEvent event, Envelope envelope) {
    return switch (event) {
      case GroupFormed fact -> formed(fact, envelope);
      case GroupRenamed fact -> change(fact.group(), envelope, row -> named(row, fact.name()));
      case GroupMoved fact -> change(fact.group(), envelope, row -> below(row, fact.parent()));
      case GroupReclassified fact ->
          change(fact.group(), envelope, row -> ofKind(row, fact.kind()));
      case GroupArchived fact -> state(fact.group(), envelope, GroupState.ARCHIVED);
      case GroupRestored fact -> state(fact.group(), envelope, GroupState.ACTIVE);
      case GroupDissolved fact -> state(fact.group(), envelope, GroupState.DISSOLVED);
      case MemberJoined fact -> joined(fact, envelope);
      case MemberLeft fact -> left(fact, envelope);
    };
  }

  private static List<Step> formed(GroupFormed fact, Envelope envelope) {
    var row =
        new GroupRow(
            fact.group(),
            fact.name(),
            fact.kind(),
            fact.parent(),
            fact.organisation(),
            fact.answersTo(),
            GroupState.ACTIVE,
            fact.purpose() == null ? null : envelope.position());
    return List.of(Steps.of(row.entity(), envelope).begin(row));
  }

  private static List<Step> joined(MemberJoined fact, Envelope envelope) {
    var row = new MembershipRow(fact.group(), fact.person(), fact.capacity(), envelope.position());
    return List.of(Steps.of(row.entity(), envelope).beginUnlessThere(row));
  }

  private static List<Step> left(MemberLeft fact, Envelope envelope) {
    var row = new MembershipRow(fact.group(), fact.person(), fact.capacity(), envelope.position());
    return List.of(Steps.of(row.entity(), envelope).end());
  }

  private static List<Step> state(GroupId group, Envelope envelope, GroupState state) {
    return change(group, envelope, row -> with(row, row.name(), row.kind(), row.parent(), state));
  }

  private static List<Step> change(
      GroupId group, Envelope envelope, UnaryOperator<GroupRow> change) {
    return List.of(Steps.of("group/" + group, envelope).change(GroupRow.class, change));
  }

  private static GroupRow named(GroupRow row, LocalizedText name) {
    return with(row, name, row.kind(), row.parent(), row.state());
  }

  private static GroupRow below(GroupRow row, @Nullable GroupId parent) {
    return with(row, row.name(), row.kind(), parent, row.state());
  }

  private static GroupRow ofKind(GroupRow row, String kind) {
    return with(row, row.name(), kind, row.parent(), row.state());
  }

  private static GroupRow with(
      GroupRow row, LocalizedText name, String kind, @Nullable GroupId parent, GroupState state) {
    return new GroupRow(
        row.group(),
        name,
        kind,
        parent,
        row.organisation(),
        row.answersTo(),
        state,
        row.purposeAt());
  }
}
