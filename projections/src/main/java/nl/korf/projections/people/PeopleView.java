package nl.korf.projections.people;

import java.util.List;
import java.util.Optional;
import nl.korf.model.PersonId;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.PersonRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** People, as of any position and instant. Safe from any thread. */
public final class PeopleView {

  private final Reads reads;

  public PeopleView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<PersonRow>> find(AsOf asOf, PersonId person) {
    return rows().where("entity", "person/" + person).asOf(asOf).first();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<PersonRow>> history(long position, PersonId person) {
    return rows().where("entity", "person/" + person).knownAt(position).oldestFirst().all();
  }

  /**
   * A piece of the list, see {@link Select#page}.
   *
   * @param team only groups that a source names as if they were people, or only people
   */
  public Page<Held<PersonRow>> page(
      AsOf asOf, @Nullable Boolean team, @Nullable String cursor, int limit) {
    return rows().where("team", team).asOf(asOf).page(cursor, limit);
  }

  private Select<PersonRow> rows() {
    return reads.from(ReadModel.PEOPLE, "person", PersonRow.class);
  }
}
