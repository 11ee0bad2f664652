package nl.korf.model.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoleId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.view.DecisionRows.DissentRow;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.RoundRows.ElectorRow;
import nl.korf.model.view.RoundRows.ObjectionRow;
import nl.korf.model.view.RoundRows.RoundRow;
import nl.korf.model.view.RoundRows.RuleRow;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.AttributionRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.InvolvementRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.model.view.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The relations in timelines folded so far.
 *
 * @param instead timelines to read in the place of those: what they were before the last fact
 * @param earlier the same before the last fact; null: this is it
 */
record FoldedRelations(
    NavigableMap<String, Timeline> timelines,
    Map<String, Timeline> instead,
    Map<InitiativeId, PersonId> proposers,
    Instant on,
    @Nullable Relations earlier)
    implements Relations {

  @Override
  public Relations before() {
    return earlier == null ? this : earlier;
  }

  private Timeline timeline(String entity) {
    Timeline known = timelines.getOrDefault(entity, Timeline.EMPTY);
    return instead.getOrDefault(entity, known);
  }

  private <R extends Row> Optional<R> row(String entity, Class<R> type) {
    return timeline(entity).on(on).map(segment -> type.cast(segment.row()));
  }

  /** All rows of entities that begin so, in force on the instant. */
  private <R extends Row> Stream<R> rows(String beginning, Class<R> type) {
    return timelines.subMap(beginning, beginning + Character.MAX_VALUE).keySet().stream()
        .flatMap(entity -> row(entity, type).stream());
  }

  private <R extends Row, T> Set<T> found(
      String beginning, Class<R> type, Function<? super R, T> value) {
    return rows(beginning, type).map(value).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Optional<GroupRow> group(GroupId group) {
    return row("group/" + group, GroupRow.class);
  }

  @Override
  public Set<PersonId> members(GroupId group) {
    return found("membership/" + group + "/", MembershipRow.class, MembershipRow::person);
  }

  @Override
  public Optional<RoleRow> role(RoleId role) {
    return row("role/" + role, RoleRow.class);
  }

  @Override
  public Set<RoleId> casesOf(RoleId role) {
    return rows("role/", RoleRow.class)
        .filter(row -> role.equals(row.specialises()) && !row.abolished())
        .map(RoleRow::role)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Set<PersonId> holders(RoleId role) {
    return found("appointment/" + role + "/", AppointmentRow.class, AppointmentRow::person);
  }

  @Override
  public Set<RoleId> embodying(BodyId body) {
    return rows("role/", RoleRow.class)
        .filter(row -> body.equals(row.embodies()) && !row.abolished())
        .map(RoleRow::role)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Optional<PowerRow> power(PowerId power) {
    return row("power/" + power, PowerRow.class);
  }

  @Override
  public Set<BodyId> bodiesWith(PowerId power) {
    return found("attribution/" + power + "/", AttributionRow.class, AttributionRow::body);
  }

  @Override
  public Optional<MandateRow> mandate(MandateId mandate) {
    return timeline("mandate/" + mandate).segments().stream()
        .filter(segment -> segment.covers(on) || segment.from().isAfter(on))
        .findFirst()
        .map(segment -> (MandateRow) segment.row());
  }

  @Override
  public List<MandateRow> below(MandateId mandate) {
    List<MandateRow> found = new ArrayList<>();
    Set<MandateId> seen = new LinkedHashSet<>(Set.of(mandate));
    List<MandateId> newest = List.of(mandate);
    while (!newest.isEmpty()) {
      List<MandateId> parents = newest;
      List<MandateRow> children =
          mandates()
              .filter(row -> row.parent() != null && parents.contains(row.parent()))
              .filter(row -> seen.add(row.mandate()))
              .toList();
      found.addAll(children);
      newest = children.stream().map(MandateRow::mandate).toList();
    }
    return found;
  }

  private Stream<MandateRow> mandates() {
    return timelines.subMap("mandate/", "mandate0").keySet().stream()
        .flatMap(entity -> mandate(new MandateId(entity.substring("mandate/".length()))).stream());
  }

  @Override
  public List<MandateRow> inNameOf(BodyId body) {
    return rows("mandate/", MandateRow.class)
        .filter(row -> row.terms().principal().equals(body))
        .filter(row -> row.state() == MandateState.ACTIVE)
        .toList();
  }

  @Override
  public Optional<InitiativeRow> initiative(InitiativeId initiative) {
    return row("initiative/" + initiative, InitiativeRow.class);
  }

  @Override
  public Set<PersonId> involved(InitiativeId initiative) {
    return found("involvement/" + initiative + "/", InvolvementRow.class, InvolvementRow::person);
  }

  @Override
  public Optional<PersonId> proposer(InitiativeId initiative) {
    return Optional.ofNullable(proposers.get(initiative));
  }

  @Override
  public Optional<DecisionRow> decision(DecisionId decision) {
    return timeline("decision/" + decision).segments().stream()
        .map(segment -> (DecisionRow) segment.row())
        .reduce((_, last) -> last);
  }

  @Override
  public Set<PersonId> dissenters(DecisionId decision) {
    return found("dissent/" + decision + "/", DissentRow.class, DissentRow::person);
  }

  @Override
  public Optional<RoundRow> round(RoundId round) {
    return row("round/" + round, RoundRow.class);
  }

  @Override
  public Set<PersonId> electors(RoundId round) {
    return found("elector/" + round + "/", ElectorRow.class, ElectorRow::person);
  }

  @Override
  public Set<PersonId> objectors(RoundId round) {
    return rows("objection/", ObjectionRow.class)
        .filter(row -> row.round().equals(round))
        .map(ObjectionRow::person)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Optional<GroupId> groupOfRule(RuleId rule) {
    return row("rule/" + rule, RuleRow.class).map(RuleRow::group);
  }

  @Override
  public Optional<DirectiveRow> directive(DirectiveId directive) {
    return row("directive/" + directive, DirectiveRow.class);
  }

  @Override
  public Optional<ProgrammeRow> programme(ProgrammeId programme) {
    return row("programme/" + programme, ProgrammeRow.class);
  }
}
