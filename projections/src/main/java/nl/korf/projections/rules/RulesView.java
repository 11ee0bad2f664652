package nl.korf.projections.rules;

import java.util.List;
import java.util.Optional;
import nl.korf.model.GroupId;
import nl.korf.model.RuleId;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.RoundRows.RuleRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Rules, as of any position and instant. Safe from any thread. */
public final class RulesView {

  private final Reads reads;

  public RulesView(Reads reads) {
    this.reads = reads;
  }

  /** A rule in the version of then. */
  public Optional<Held<RuleRow>> find(AsOf asOf, RuleId rule) {
    return rows().where("entity", "rule/" + rule).asOf(asOf).first();
  }

  /** Every version known at a position, the earliest first. */
  public List<Held<RuleRow>> versions(long position, RuleId rule) {
    return rows().where("entity", "rule/" + rule).knownAt(position).oldestFirst().all();
  }

  /** Which rules; null leaves a column as it is. */
  public record Filter(@Nullable GroupId group, @Nullable Boolean retired) {}

  /** A piece of the list, see {@link Select#page}. */
  public Page<Held<RuleRow>> page(AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return rows()
        .where("grp", filter.group())
        .where("retired", filter.retired())
        .asOf(asOf)
        .page(cursor, limit);
  }

  private Select<RuleRow> rows() {
    return reads.from(ReadModel.RULES, "rule", RuleRow.class);
  }
}
