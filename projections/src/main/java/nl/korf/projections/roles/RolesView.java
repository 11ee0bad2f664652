package nl.korf.projections.roles;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Functions and appointments, as of any position and instant. Safe from any thread. */
public final class RolesView {

  private final Reads reads;

  public RolesView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<RoleRow>> find(AsOf asOf, RoleId role) {
    return rows().where("entity", "role/" + role).asOf(asOf).first();
  }

  /** Several at once; those that are not there are absent. */
  public List<Held<RoleRow>> found(AsOf asOf, Collection<RoleId> roles) {
    List<String> entities = roles.stream().map(role -> "role/" + role).toList();
    return rows().whereIn("entity", entities).asOf(asOf).all();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<RoleRow>> history(long position, RoleId role) {
    return rows().where("entity", "role/" + role).knownAt(position).oldestFirst().all();
  }

  /** Which functions. Null leaves a column as it is. */
  public record Filter(
      @Nullable BodyId body, @Nullable RoleId specialises, @Nullable Boolean abolished) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null);
  }

  /** A piece of the list, see {@link Select#page}. */
  public Page<Held<RoleRow>> page(AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return matching(filter).asOf(asOf).page(cursor, limit);
  }

  private Select<RoleRow> matching(Filter filter) {
    return rows()
        .where("body", filter.body())
        .where("specialises", filter.specialises())
        .where("abolished", filter.abolished());
  }

  /** The roles whose holder acts in the body's place. */
  public List<RoleId> embodying(AsOf asOf, BodyId body) {
    return rows().where("embodies", body).where("abolished", false).asOf(asOf).all().stream()
        .map(held -> held.row().role())
        .toList();
  }

  /** Who holds a role. */
  public List<Held<AppointmentRow>> holders(AsOf asOf, RoleId role) {
    return appointments().where("role", role).asOf(asOf).all();
  }

  /** The roles a person holds. */
  public List<Held<AppointmentRow>> heldBy(AsOf asOf, PersonId person) {
    return appointments().where("person", person).asOf(asOf).all();
  }

  /** All appointments to a role known after a position, the earliest first. */
  public List<Held<AppointmentRow>> appointmentHistory(long position, RoleId role) {
    return appointments().where("role", role).knownAt(position).oldestFirst().all();
  }

  private Select<AppointmentRow> appointments() {
    return reads.from(ReadModel.ROLES, "appointment", AppointmentRow.class);
  }

  private Select<RoleRow> rows() {
    return reads.from(ReadModel.ROLES, "role", RoleRow.class);
  }
}
