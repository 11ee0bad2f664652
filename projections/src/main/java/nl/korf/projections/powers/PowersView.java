package nl.korf.projections.powers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.PowerId;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.AttributionRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Powers and attributions, as of any position and instant. Safe from any thread. */
public final class PowersView {

  private final Reads reads;

  public PowersView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<PowerRow>> find(AsOf asOf, PowerId power) {
    return rows().where("entity", "power/" + power).asOf(asOf).first();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<PowerRow>> history(long position, PowerId power) {
    return rows().where("entity", "power/" + power).knownAt(position).oldestFirst().all();
  }

  /** Which powers. Null leaves a column as it is. */
  public record Filter(@Nullable PowerId parent, @Nullable String category) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null);
  }

  /** A piece of the list, see {@link Select#page}. */
  public Page<Held<PowerRow>> page(AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return matching(filter).asOf(asOf).page(cursor, limit);
  }

  private Select<PowerRow> matching(Filter filter) {
    return rows().where("parent", filter.parent()).where("category", filter.category());
  }

  /** The bodies that hold exactly this power by attribution. */
  public List<Held<AttributionRow>> attributions(AsOf asOf, PowerId power) {
    return attributions().where("power", power).asOf(asOf).all();
  }

  /** Powers and all above them, with who holds which by attribution: in one question. */
  public UpFrom upFrom(AsOf asOf, Collection<PowerId> lowest) {
    return UpFrom.find(reads, asOf, lowest);
  }

  /** The powers a body holds by attribution. */
  public List<Held<AttributionRow>> attributedTo(AsOf asOf, BodyId body) {
    return attributions().where("body", body).asOf(asOf).all();
  }

  private Select<AttributionRow> attributions() {
    return reads.from(ReadModel.POWERS, "attribution", AttributionRow.class);
  }

  private Select<PowerRow> rows() {
    return reads.from(ReadModel.POWERS, "power", PowerRow.class);
  }
}
