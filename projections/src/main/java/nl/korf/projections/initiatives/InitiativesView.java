package nl.korf.projections.initiatives;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.PersonId;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.InvolvementRow;
import nl.korf.model.view.Row.LinkRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Initiatives, as of any position and instant. Safe from any thread. */
public final class InitiativesView {

  private final Reads reads;

  public InitiativesView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<InitiativeRow>> find(AsOf asOf, InitiativeId initiative) {
    return rows().where("entity", "initiative/" + initiative).asOf(asOf).first();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<InitiativeRow>> history(long position, InitiativeId initiative) {
    return rows().where("entity", "initiative/" + initiative).knownAt(position).oldestFirst().all();
  }

  /**
   * Which initiatives; {@code title} is how it begins, in either language. Null leaves a column as
   * it is.
   */
  public record Filter(
      @Nullable GroupId owner,
      @Nullable String stage,
      @Nullable String milestone,
      @Nullable Boolean withdrawn,
      @Nullable String title) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null, null, null);
  }

  /** A piece of the list, see {@link Select#page}. */
  public Page<Held<InitiativeRow>> page(
      AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return matching(filter).asOf(asOf).page(cursor, limit);
  }

  private Select<InitiativeRow> matching(Filter filter) {
    return rows()
        .where("owner", filter.owner())
        .where("stage", filter.stage())
        .where("milestone", filter.milestone())
        .where("withdrawn", filter.withdrawn())
        .titled(filter.title());
  }

  /** How many initiatives there are at each stage. */
  public Map<String, Long> countByStage(AsOf asOf, Filter filter) {
    return matching(filter).asOf(asOf).countBy("stage");
  }

  /** The people in an initiative, one row per capacity. */
  public List<Held<InvolvementRow>> involvements(AsOf asOf, InitiativeId initiative) {
    return involvements().where("initiative", initiative).asOf(asOf).all();
  }

  /** The initiatives a person has a part in. */
  public Page<Held<InvolvementRow>> involvementsOf(
      AsOf asOf, PersonId person, @Nullable String cursor, int limit) {
    return involvements().where("person", person).asOf(asOf).page(cursor, limit);
  }

  /** The relations an initiative has to others. */
  public List<Held<LinkRow>> linksFrom(AsOf asOf, InitiativeId initiative) {
    return links().where("initiative", initiative).asOf(asOf).all();
  }

  /** The relations others have to an initiative. */
  public List<Held<LinkRow>> linksTo(AsOf asOf, InitiativeId target) {
    return links().where("target", target).asOf(asOf).all();
  }

  private Select<InvolvementRow> involvements() {
    return reads.from(ReadModel.INITIATIVES, "involvement", InvolvementRow.class);
  }

  private Select<LinkRow> links() {
    return reads.from(ReadModel.INITIATIVES, "link", LinkRow.class);
  }

  private Select<InitiativeRow> rows() {
    return reads.from(ReadModel.INITIATIVES, "initiative", InitiativeRow.class);
  }
}
