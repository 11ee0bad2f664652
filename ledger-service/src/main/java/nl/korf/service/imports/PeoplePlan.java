package nl.korf.service.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.BodyEvent.BodyDissolved;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent.AttributionEnded;
import nl.korf.model.facts.PowerEvent.Flagged;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.facts.RoleEvent.RoleAbolished;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.service.imports.Column.Entity;
import nl.korf.service.imports.PlanDraft.Moment;
import org.jspecify.annotations.Nullable;

/** Plans people, bodies, roles with their appointments, and powers with their attributions. */
final class PeoplePlan {

  private final PlanDraft draft;

  PeoplePlan(PlanDraft draft) {
    this.draft = draft;
  }

  void add() {
    draft.rows(Table.PEOPLE).forEach(this::person);
    draft.rows(Table.BODIES).forEach(this::body);
    draft.rows(Table.ROLES).forEach(this::role);
    draft.rows(Table.APPOINTMENTS).forEach(this::appointment);
    draft.rows(Table.POWERS).forEach(this::power);
    draft.rows(Table.ATTRIBUTIONS).forEach(this::attribution);
  }

  private void person(Row row) {
    PersonId id = draft.person(row.must("id"));
    draft
        .add(
            row, "person/" + id, new PersonRegistered(id, row.yes("team")), draft.unknownStart(row))
        .creates(Entity.PERSON, id)
        .planned();
  }

  private void body(Row row) {
    BodyId id = new BodyId(row.must("id"));
    Moment start = draft.start(row);
    RegisterNumber number =
        new RegisterNumber(
            word(Register.class, row.get("register"), Register.LOCAL),
            row.has("number") ? row.must("number") : id.value());
    BodyId parent = row.has("parent") ? new BodyId(row.must("parent")) : null;
    draft
        .add(
            row,
            "body/" + id,
            new BodyRegistered(
                id,
                PlanDraft.text(row, "name", id.value()),
                number,
                row.must("kind"),
                parent,
                PlanDraft.legal(row)),
            start.at())
        .found(start.findings())
        .creates(Entity.BODY, id)
        .needs(Entity.BODY, parent)
        .planned();
    Instant until = row.moment("until");
    if (until != null) {
      ending(
          row, "body/" + id, new BodyDissolved(id, PlanDraft.legal(row)), until, Entity.BODY, id);
    }
  }

  private void role(Row row) {
    RoleId id = new RoleId(row.must("id"));
    Moment start = draft.start(row);
    BodyId body = new BodyId(row.must("body"));
    BodyId embodies = row.has("embodies") ? new BodyId(row.must("embodies")) : null;
    RoleId reportsTo = role(row, "reports_to");
    RoleId specialises = role(row, "specialises");
    draft
        .add(
            row,
            "role/" + id,
            new RoleRegistered(
                id,
                PlanDraft.text(row, "name", id.value()),
                body,
                embodies,
                reportsTo,
                specialises,
                word(Cardinality.class, row.get("cardinality"), Cardinality.MANY),
                PlanDraft.legal(row)),
            start.at())
        .found(start.findings())
        .creates(Entity.ROLE, id)
        .needs(Entity.BODY, body)
        .needs(Entity.BODY, embodies)
        .needs(Entity.ROLE, reportsTo)
        .needs(Entity.ROLE, specialises)
        .planned();
    Instant until = row.moment("until");
    if (until != null) {
      ending(
          row, "role/" + id, new RoleAbolished(id, PlanDraft.legal(row)), until, Entity.ROLE, id);
    }
  }

  private void appointment(Row row) {
    PersonId person = draft.person(row.must("person"));
    RoleId role = new RoleId(row.must("role"));
    String lane = "appointment/" + role + "/" + person;
    Moment start = draft.start(row);
    draft
        .add(row, lane, new RoleAssigned(person, role, null, null), start.at())
        .found(start.findings())
        .needs(Entity.PERSON, person)
        .needs(Entity.ROLE, role)
        .planned();
    Instant until = row.moment("until");
    if (until != null) {
      draft
          .add(row, lane, new RoleEnded(person, role, reason(row)), until)
          .ending()
          .needs(Entity.PERSON, person)
          .needs(Entity.ROLE, role)
          .planned();
    }
  }

  private void power(Row row) {
    PowerId id = new PowerId(row.must("id"));
    PowerId parent = row.has("parent") ? new PowerId(row.must("parent")) : null;
    Moment start = draft.start(row);
    List<Flagged> flags =
        row.list("flags").stream()
            .map(flag -> new Flagged(word(PowerFlag.class, flag, PowerFlag.RESERVED), null))
            .toList();
    draft
        .add(
            row,
            "power/" + id,
            new PowerRegistered(
                id,
                PlanDraft.text(row, "name", id.value()),
                parent,
                row.get("category"),
                flags,
                PlanDraft.legal(row)),
            start.at())
        .found(start.findings())
        .creates(Entity.POWER, id)
        .needs(Entity.POWER, parent)
        .planned();
  }

  private void attribution(Row row) {
    PowerId power = new PowerId(row.must("power"));
    BodyId body = new BodyId(row.must("body"));
    String lane = "attribution/" + power + "/" + body;
    Moment start = draft.start(row);
    draft
        .add(row, lane, new PowerAttributed(power, body, PlanDraft.legal(row)), start.at())
        .found(start.findings())
        .needs(Entity.POWER, power)
        .needs(Entity.BODY, body)
        .planned();
    Instant until = row.moment("until");
    if (until != null) {
      draft
          .add(row, lane, new AttributionEnded(power, body, PlanDraft.legal(row)), until)
          .ending()
          .needs(Entity.POWER, power)
          .needs(Entity.BODY, body)
          .planned();
    }
  }

  private void ending(
      Row row, String lane, nl.korf.model.facts.Fact fact, Instant at, Entity entity, Object id) {
    draft.add(row, lane, fact, at).ending().needs(entity, id).planned();
  }

  private static @Nullable RoleId role(Row row, String column) {
    String value = row.get(column);
    return value == null ? null : new RoleId(value);
  }

  private static @Nullable FreeText reason(Row row) {
    String reason = row.get("reason");
    return reason == null ? null : FreeText.of(reason);
  }

  /** A word of a table as the constant it stands for; checked before. */
  static <E extends Enum<E>> E word(Class<E> type, @Nullable String word, E otherwise) {
    return word == null ? otherwise : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
