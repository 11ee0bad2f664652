package nl.korf.projections.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.view.CanonicalRows;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;

/**
 * Somebody with all they can act as, looked up in one question.
 *
 * @param known whether the person is registered
 * @param appointments in force, in the order in which a boundary sources them: both must find the
 *     same path first
 * @param roles those they are appointed to and all wider ones; empty where one is not known
 */
record Actor(
    boolean known, List<AppointmentRow> appointments, Map<RoleId, Optional<RoleRow>> roles) {

  private static final String SQL =
      """
      with recursive held as materialized (
        select role, row from {roles}.appointment
        where person = ? and known_from <= ? and known_until > ? and born <= ?
          and effective_from <= ? and effective_until > ?
        limit ?),
      wider (role, depth) as (
        select role, 1 from held
        union
        select one.specialises, wider.depth + 1
        from wider
        cross join lateral (
          select specialises from {roles}.role
          where entity = 'role/' || wider.role and known_from <= ? and known_until > ?
            and effective_from <= ? and effective_until > ?
          limit 1) one
        where one.specialises is not null and wider.depth < ?)
      select 'appointment', role, row from held
      union all
      select 'role', wider.role, one.row
      from (select distinct role from wider) wider
      left join lateral (
        select row from {roles}.role
        where entity = 'role/' || wider.role and known_from <= ? and known_until > ?
          and effective_from <= ? and effective_until > ?
        limit 1) one on true
      union all
      select 'person', null, null
      where exists (
        select from {people}.person
        where entity = ? and known_from <= ? and known_until > ? and born <= ?)
      """;

  static Actor find(Reads reads, AsOf asOf, PersonId person) {
    Gathered gathered = new Gathered();
    reads.ask(Set.of(ReadModel.ROLES, ReadModel.PEOPLE), SQL, values(asOf, person), gathered::take);
    return gathered.actor();
  }

  private static List<Object> values(AsOf asOf, PersonId person) {
    long position = asOf.position();
    List<Object> inForce = List.of(position, position, asOf.on(), asOf.on());
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(person, position, position, position, asOf.on(), asOf.on()));
    values.add(Select.WHOLE_ROWS_MAX + 1);
    values.addAll(inForce);
    values.add(Capacities.SPECIALISES_MAX);
    values.addAll(inForce);
    values.addAll(List.of("person/" + person, position, position, position));
    return values;
  }

  /** The lines of the answer, as they come. */
  private static final class Gathered {

    private final List<AppointmentRow> appointments = new ArrayList<>();
    private final Map<RoleId, Optional<RoleRow>> roles = new HashMap<>();
    private boolean known;

    private boolean take(ResultSet line) throws SQLException {
      byte[] row = line.getBytes(3);
      switch (line.getString(1)) {
        case "appointment" -> appointments.add(CanonicalRows.read(AppointmentRow.class, row));
        case "role" ->
            roles.put(
                new RoleId(line.getString(2)),
                Optional.ofNullable(row).map(bytes -> CanonicalRows.read(RoleRow.class, bytes)));
        default -> known = true;
      }
      return true;
    }

    private Actor actor() {
      if (appointments.size() > Select.WHOLE_ROWS_MAX) {
        throw new IllegalStateException(
            "More than %d appointments are asked for as a whole".formatted(Select.WHOLE_ROWS_MAX));
      }
      appointments.sort(Comparator.comparing(AppointmentRow::entity));
      return new Actor(known, List.copyOf(appointments), Map.copyOf(roles));
    }
  }
}
