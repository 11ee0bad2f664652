package nl.korf.projections.programmes;

import java.util.List;
import java.util.Optional;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.view.ProgrammeRows.InclusionRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Programmes, as of any position and instant. Safe from any thread. */
public final class ProgrammesView {

  private final Reads reads;

  public ProgrammesView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<ProgrammeRow>> find(AsOf asOf, ProgrammeId programme) {
    return rows().where("entity", "programme/" + programme).asOf(asOf).first();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<ProgrammeRow>> history(long position, ProgrammeId programme) {
    return rows().where("entity", "programme/" + programme).knownAt(position).oldestFirst().all();
  }

  /** Which programmes; {@code title} is how it begins. Null leaves a column as it is. */
  public record Filter(
      @Nullable Integer year,
      @Nullable GroupId group,
      @Nullable Boolean closed,
      @Nullable String title) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null, null);
  }

  /** A piece of the list, see {@link Select#page}. */
  public Page<Held<ProgrammeRow>> page(
      AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return rows()
        .where("year", filter.year() == null ? null : (long) filter.year())
        .where("grp", filter.group())
        .where("closed", filter.closed())
        .titled(filter.title())
        .asOf(asOf)
        .page(cursor, limit);
  }

  /** The initiatives in a programme. */
  public Page<Held<InclusionRow>> initiatives(
      AsOf asOf, ProgrammeId programme, @Nullable String cursor, int limit) {
    return inclusions().where("programme", programme).asOf(asOf).page(cursor, limit);
  }

  /** The programmes an initiative is in, one a year and those closed. */
  public Page<Held<InclusionRow>> programmesOf(
      AsOf asOf, InitiativeId initiative, @Nullable String cursor, int limit) {
    return inclusions().where("initiative", initiative).asOf(asOf).page(cursor, limit);
  }

  private Select<InclusionRow> inclusions() {
    return reads.from(ReadModel.PROGRAMMES, "inclusion", InclusionRow.class);
  }

  private Select<ProgrammeRow> rows() {
    return reads.from(ReadModel.PROGRAMMES, "programme", ProgrammeRow.class);
  }
}
