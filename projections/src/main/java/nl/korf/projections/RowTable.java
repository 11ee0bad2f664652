package nl.korf.projections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.korf.model.Identifier;
import nl.korf.model.view.DecisionRows.DissentRow;
import nl.korf.model.view.DecisionRows.SupersessionRow;
import nl.korf.model.view.DecisionRows.UseRow;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.ReplyRow;
import nl.korf.model.view.MandateRows.SignatureRow;
import nl.korf.model.view.ProgrammeRows.InclusionRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.RoundRows;
import nl.korf.model.view.RoundRows.BallotRow;
import nl.korf.model.view.RoundRows.ElectorRow;
import nl.korf.model.view.RoundRows.ObjectionRow;
import nl.korf.model.view.RoundRows.ResponseRow;
import nl.korf.model.view.RoundRows.RoundRow;
import nl.korf.model.view.RoundRows.RuleRow;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.AttributionRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.InvolvementRow;
import nl.korf.model.view.Row.LinkRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.model.view.Row.PersonRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;
import org.jspecify.annotations.Nullable;

/**
 * The table of every kind of row, with the columns it is filtered and sorted by. The same columns,
 * in the same order, as the SQL beside this class.
 */
enum RowTable {
  PERSON(ReadModel.PEOPLE, PersonRow.class, "person/", "person", "person, team"),
  BODY(
      ReadModel.BODIES,
      BodyRow.class,
      "body/",
      "body",
      "body, register, number, kind, parent, dissolved"),
  ROLE(
      ReadModel.ROLES,
      RoleRow.class,
      "role/",
      "role",
      "role, body, embodies, reports_to, specialises, abolished"),
  APPOINTMENT(ReadModel.ROLES, AppointmentRow.class, "appointment/", "appointment", "role, person"),
  GROUP(
      ReadModel.GROUPS,
      GroupRow.class,
      "group/",
      "grp",
      "grp, title_nl, title_en, kind, parent, organisation, state"),
  MEMBERSHIP(
      ReadModel.GROUPS, MembershipRow.class, "membership/", "membership", "grp, person, capacity"),
  POWER(ReadModel.POWERS, PowerRow.class, "power/", "power", "power, parent, category"),
  ATTRIBUTION(ReadModel.POWERS, AttributionRow.class, "attribution/", "attribution", "power, body"),
  MANDATE(
      ReadModel.MANDATES,
      MandateRow.class,
      "mandate/",
      "mandate",
      "mandate, parent, principal, grantor, holder, power, state, delegator, delegate"),
  INITIATIVE(
      ReadModel.INITIATIVES,
      InitiativeRow.class,
      "initiative/",
      "initiative",
      "initiative, title_nl, title_en, owner, stage, milestone, withdrawn"),
  INVOLVEMENT(
      ReadModel.INITIATIVES,
      InvolvementRow.class,
      "involvement/",
      "involvement",
      "initiative, person, capacity"),
  LINK(ReadModel.INITIATIVES, LinkRow.class, "link/", "link", "initiative, relation, target"),
  DECISION(
      ReadModel.DECISIONS,
      DecisionRow.class,
      "decision/",
      "decision",
      "decision, title_nl, title_en, initiative, decided_by, decided_for, principal, stage, taken_at,"
          + " state, works_from, review_at, repealed_at"),
  USE(
      ReadModel.DECISIONS,
      UseRow.class,
      "use/",
      "use",
      "mandate, decision, category, currency, vat, minor"),
  ROUND(ReadModel.ROUNDS, RoundRow.class, "round/", "round", RoundKeys.ROUND),
  ELECTOR(ReadModel.ROUNDS, ElectorRow.class, "elector/", "elector", RoundKeys.ELECTOR),
  BALLOT(ReadModel.ROUNDS, BallotRow.class, "ballot/", "ballot", RoundKeys.BALLOT),
  RESPONSE(ReadModel.ROUNDS, ResponseRow.class, "response/", "response", RoundKeys.RESPONSE),
  OBJECTION(ReadModel.ROUNDS, ObjectionRow.class, "objection/", "objection", RoundKeys.OBJECTION),
  RULE(ReadModel.RULES, RuleRow.class, "rule/", "rule", RoundKeys.RULE),
  SUPERSESSION(
      ReadModel.DECISIONS,
      SupersessionRow.class,
      "supersession/",
      "supersession",
      "decision, by_decision, revives"),
  DISSENT(ReadModel.DECISIONS, DissentRow.class, "dissent/", "dissent", "decision, person"),
  DIRECTIVE(
      ReadModel.DIRECTIVES,
      DirectiveRow.class,
      "directive/",
      "directive",
      "directive, type, target, grp, issuer, principal, state, month"),
  REPLY(ReadModel.DIRECTIVES, ReplyRow.class, "reply/", "reply", "directive, person"),
  PROGRAMME(
      ReadModel.PROGRAMMES,
      ProgrammeRow.class,
      "programme/",
      "programme",
      "programme, title_nl, title_en, year, grp, closed"),
  INCLUSION(
      ReadModel.PROGRAMMES, InclusionRow.class, "inclusion/", "inclusion", "programme, initiative"),
  SIGNATURE(ReadModel.MANDATES, SignatureRow.class, "signature/", "signature", "decision, mandate");

  private final ReadModel model;
  private final Class<? extends Row> type;
  private final String prefix;
  private final String table;
  private final String keys;

  RowTable(ReadModel model, Class<? extends Row> type, String prefix, String table, String keys) {
    this.model = model;
    this.type = type;
    this.prefix = prefix;
    this.table = table;
    this.keys = keys;
  }

  static List<RowTable> of(ReadModel model) {
    return Arrays.stream(values()).filter(table -> table.model == model).toList();
  }

  /** The table an entity's rows are in. */
  static RowTable of(String entity) {
    for (RowTable table : values()) {
      if (entity.startsWith(table.prefix)) {
        return table;
      }
    }
    throw new IllegalArgumentException("'%s' is an entity of no table".formatted(entity));
  }

  /** The table a row is in. */
  static RowTable of(Row row) {
    return switch (row) {
      case PersonRow _ -> PERSON;
      case BodyRow _ -> BODY;
      case RoleRow _ -> ROLE;
      case AppointmentRow _ -> APPOINTMENT;
      case GroupRow _ -> GROUP;
      case MembershipRow _ -> MEMBERSHIP;
      case PowerRow _ -> POWER;
      case AttributionRow _ -> ATTRIBUTION;
      case MandateRow _ -> MANDATE;
      case InitiativeRow _ -> INITIATIVE;
      case InvolvementRow _ -> INVOLVEMENT;
      case LinkRow _ -> LINK;
      case DecisionRow _ -> DECISION;
      case UseRow _ -> USE;
      case RoundRows r -> RoundKeys.table(r);
      case SupersessionRow _ -> SUPERSESSION;
      case DissentRow _ -> DISSENT;
      case DirectiveRow _ -> DIRECTIVE;
      case ReplyRow _ -> REPLY;
      case ProgrammeRow _ -> PROGRAMME;
      case InclusionRow _ -> INCLUSION;
      case SignatureRow _ -> SIGNATURE;
    };
  }

  ReadModel model() {
    return model;
  }

  Class<? extends Row> type() {
    return type;
  }

  String table() {
    return table;
  }

  /** All columns, in order, with commas between. */
  String columns() {
    return "entity, "
        + keys
        + ", known_from, known_until, effective_from, effective_until,"
        + " born, row";
  }

  /** What stands in the columns between {@code entity} and {@code known_from}. */
  static List<@Nullable Object> keys(Row row) {
    return switch (row) {
      case PersonRow r -> list(r.person(), r.team());
      case BodyRow r -> RowKeys.of(r);
      case RoleRow r ->
          list(r.role(), r.body(), r.embodies(), r.reportsTo(), r.specialises(), r.abolished());
      case AppointmentRow r -> list(r.role(), r.person());
      case GroupRow r ->
          list(
              r.group(),
              lower(r.name().nl()),
              lower(r.name().en()),
              r.kind(),
              r.parent(),
              r.organisation(),
              r.state().name());
      case MembershipRow r -> list(r.group(), r.person(), r.capacity());
      case PowerRow r -> list(r.power(), r.parent(), r.category());
      case AttributionRow r -> list(r.power(), r.body());
      case MandateRow r -> RowKeys.of(r);
      case InitiativeRow r ->
          list(
              r.initiative(),
              lower(r.title().nl()),
              lower(r.title().en()),
              r.owner(),
              r.stage(),
              r.milestone(),
              r.withdrawn());
      case InvolvementRow r -> list(r.initiative(), r.person(), r.capacity());
      case LinkRow r -> list(r.initiative(), r.relation().name(), r.target());
      case DecisionRow r -> RowKeys.of(r);
      case UseRow r -> RowKeys.of(r);
      case RoundRows r -> RoundKeys.of(r);
      case SupersessionRow r -> list(r.decision(), r.by(), r.revives());
      case DissentRow r -> list(r.decision(), r.person());
      case DirectiveRow r -> RowKeys.of(r);
      case ReplyRow r -> list(r.directive(), r.person());
      case ProgrammeRow r -> RowKeys.of(r);
      case InclusionRow r -> list(r.programme(), r.initiative());
      case SignatureRow r -> list(r.decision(), r.mandate());
    };
  }

  /** Titles are found by how they begin, in small letters. */
  static @Nullable String lower(@Nullable String title) {
    return title == null ? null : title.toLowerCase(Locale.ROOT);
  }

  static List<@Nullable Object> list(@Nullable Object... values) {
    List<@Nullable Object> plain = new ArrayList<>(values.length);
    for (Object value : values) {
      plain.add(value instanceof Identifier id ? id.value() : value);
    }
    return plain;
  }
}
