package nl.korf.projections.knowledge;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import nl.korf.model.notices.Relations;
import nl.korf.model.view.DecisionRows.DissentRow;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.ReadModel;
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
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.mandates.Standing;
import org.jspecify.annotations.Nullable;

/**
 * {@link Relations} from the read models, as known with one fact: they must have come that far.
 * Remembers what it looked up: make one per fact.
 */
public final class ReadModelRelations implements Relations {

  private final Reads reads;
  private final AsOf asOf;
  private final Function<InitiativeId, Optional<PersonId>> proposers;
  private final Map<MandateId, Optional<MandateRow>> mandates = new HashMap<>();
  private final Map<String, Object> remembered = new HashMap<>();
  private @Nullable Relations earlier;

  /**
   * The relations as known with a fact.
   *
   * @param on when it was recorded
   * @param proposers who proposed an initiative, which no read model tells
   */
  public ReadModelRelations(
      Reads reads,
      long position,
      Instant on,
      Function<InitiativeId, Optional<PersonId>> proposers) {
    this.reads = reads;
    this.asOf = new AsOf(position, on);
    this.proposers = proposers;
  }

  @Override
  public Relations before() {
    if (earlier == null) {
      earlier = new ReadModelRelations(reads, asOf.position() - 1, asOf.on(), proposers);
    }
    return earlier;
  }

  @Override
  public Optional<GroupRow> group(GroupId group) {
    return row(ReadModel.GROUPS, "grp", GroupRow.class, "group/" + group);
  }

  @Override
  public Set<PersonId> members(GroupId group) {
    return set(
        "members/" + group,
        from(ReadModel.GROUPS, "membership", MembershipRow.class).where("grp", group),
        MembershipRow::person);
  }

  @Override
  public Optional<RoleRow> role(RoleId role) {
    return row(ReadModel.ROLES, "role", RoleRow.class, "role/" + role);
  }

  @Override
  public Set<RoleId> casesOf(RoleId role) {
    return set(
        "cases/" + role,
        from(ReadModel.ROLES, "role", RoleRow.class)
            .where("specialises", role)
            .where("abolished", false),
        RoleRow::role);
  }

  @Override
  public Set<PersonId> holders(RoleId role) {
    return set(
        "holders/" + role,
        from(ReadModel.ROLES, "appointment", AppointmentRow.class).where("role", role),
        AppointmentRow::person);
  }

  @Override
  public Set<RoleId> embodying(BodyId body) {
    return set(
        "embodying/" + body,
        from(ReadModel.ROLES, "role", RoleRow.class)
            .where("embodies", body)
            .where("abolished", false),
        RoleRow::role);
  }

  @Override
  public Optional<PowerRow> power(PowerId power) {
    return row(ReadModel.POWERS, "power", PowerRow.class, "power/" + power);
  }

  @Override
  public Set<BodyId> bodiesWith(PowerId power) {
    return set(
        "bodies/" + power,
        from(ReadModel.POWERS, "attribution", AttributionRow.class).where("power", power),
        AttributionRow::body);
  }

  /** Looks up the whole chain above it in one go: who asks for a mandate asks for its parent. */
  @Override
  public Optional<MandateRow> mandate(MandateId mandate) {
    if (!mandates.containsKey(mandate)) {
      mandates.put(mandate, Optional.empty());
      new MandatesView(reads).standing(asOf, mandate).ifPresent(this::remember);
    }
    return mandates.getOrDefault(mandate, Optional.empty());
  }

  private void remember(Standing standing) {
    MandateRow own = standing.mandate().row();
    mandates.put(own.mandate(), Optional.of(own));
    for (Held<MandateRow> link : standing.above()) {
      mandates.put(link.row().mandate(), Optional.of(link.row()));
    }
  }

  @Override
  public List<MandateRow> below(MandateId mandate) {
    return new MandatesView(reads)
        .below(asOf, mandate).stream()
            .map(standing -> standing.mandate().row())
            .filter(row -> !row.mandate().equals(mandate))
            .toList();
  }

  @Override
  public List<MandateRow> inNameOf(BodyId body) {
    return from(ReadModel.MANDATES, "mandate", MandateRow.class)
        .where("principal", body)
        .where("state", MandateState.ACTIVE)
        .asOf(asOf)
        .all()
        .stream()
        .map(Held::row)
        .toList();
  }

  @Override
  public Optional<InitiativeRow> initiative(InitiativeId initiative) {
    return row(
        ReadModel.INITIATIVES, "initiative", InitiativeRow.class, "initiative/" + initiative);
  }

  @Override
  public Set<PersonId> involved(InitiativeId initiative) {
    return set(
        "involved/" + initiative,
        from(ReadModel.INITIATIVES, "involvement", InvolvementRow.class)
            .where("initiative", initiative),
        InvolvementRow::person);
  }

  @Override
  public Optional<PersonId> proposer(InitiativeId initiative) {
    return proposers.apply(initiative);
  }

  @Override
  public Optional<DecisionRow> decision(DecisionId decision) {
    return remember(
        "decision/" + decision,
        () ->
            from(ReadModel.DECISIONS, "decision", DecisionRow.class)
                .where("entity", "decision/" + decision)
                .knownAt(asOf.position())
                .oldestFirst()
                .all()
                .stream()
                .map(Held::row)
                .reduce((_, last) -> last));
  }

  @Override
  public Set<PersonId> dissenters(DecisionId decision) {
    return set(
        "dissenters/" + decision,
        from(ReadModel.DECISIONS, "dissent", DissentRow.class).where("decision", decision),
        DissentRow::person);
  }

  @Override
  public Optional<RoundRow> round(RoundId round) {
    return row(ReadModel.ROUNDS, "round", RoundRow.class, "round/" + round);
  }

  @Override
  public Set<PersonId> electors(RoundId round) {
    return set(
        "electors/" + round,
        from(ReadModel.ROUNDS, "elector", ElectorRow.class).where("round", round),
        ElectorRow::person);
  }

  @Override
  public Set<PersonId> objectors(RoundId round) {
    return set(
        "objectors/" + round,
        from(ReadModel.ROUNDS, "objection", ObjectionRow.class).where("round", round),
        ObjectionRow::person);
  }

  @Override
  public Optional<GroupId> groupOfRule(RuleId rule) {
    return row(ReadModel.RULES, "rule", RuleRow.class, "rule/" + rule).map(RuleRow::group);
  }

  @Override
  public Optional<DirectiveRow> directive(DirectiveId directive) {
    return row(ReadModel.DIRECTIVES, "directive", DirectiveRow.class, "directive/" + directive);
  }

  @Override
  public Optional<ProgrammeRow> programme(ProgrammeId programme) {
    return row(ReadModel.PROGRAMMES, "programme", ProgrammeRow.class, "programme/" + programme);
  }

  private <R extends Row> Select<R> from(ReadModel model, String table, Class<R> type) {
    return reads.from(model, table, type);
  }

  private <R extends Row> Optional<R> row(
      ReadModel model, String table, Class<R> type, String entity) {
    return remember(
        entity,
        () -> from(model, table, type).where("entity", entity).asOf(asOf).first().map(Held::row));
  }

  private <R extends Row, T> Set<T> set(
      String name, Select<R> rows, Function<? super R, ? extends T> value) {
    return remember(
        name,
        () -> {
          Collection<Held<R>> found = rows.asOf(asOf).all();
          return found.stream()
              .<T>map(held -> value.apply(held.row()))
              .collect(Collectors.toCollection(LinkedHashSet::new));
        });
  }

  /** A name stands for one question, and so for one type of answer. */
  @SuppressWarnings("unchecked")
  private <T> T remember(String name, Supplier<T> question) {
    return (T) remembered.computeIfAbsent(name, _ -> question.get());
  }
}
