package nl.korf.projections.bodies;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Bodies, as of any position and instant. Safe from any thread. */
public final class BodiesView {

  private final Reads reads;

  public BodiesView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<BodyRow>> find(AsOf asOf, BodyId body) {
    return rows().where("entity", "body/" + body).asOf(asOf).first();
  }

  /** Those of several that are there. */
  public List<Held<BodyRow>> found(AsOf asOf, Collection<BodyId> bodies) {
    List<String> entities = bodies.stream().map(id -> "body/" + id).toList();
    return rows().whereIn("entity", entities).asOf(asOf).all();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<BodyRow>> history(long position, BodyId body) {
    return rows().where("entity", "body/" + body).knownAt(position).oldestFirst().all();
  }

  /** Which bodies. Null leaves a column as it is. */
  public record Filter(
      @Nullable BodyId parent,
      @Nullable String kind,
      @Nullable Register register,
      @Nullable String number,
      @Nullable Boolean dissolved) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null, null, null);
  }

  /** A piece of the list, see {@link Select#page}. */
  public Page<Held<BodyRow>> page(AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return matching(filter).asOf(asOf).page(cursor, limit);
  }

  private Select<BodyRow> matching(Filter filter) {
    return rows()
        .where("parent", filter.parent())
        .where("kind", filter.kind())
        .where("register", filter.register())
        .where("number", filter.number())
        .where("dissolved", filter.dissolved());
  }

  private Select<BodyRow> rows() {
    return reads.from(ReadModel.BODIES, "body", BodyRow.class);
  }
}
