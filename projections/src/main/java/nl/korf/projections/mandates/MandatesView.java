package nl.korf.projections.mandates;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.view.MandateRows.SignatureRow;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Mandates, as of any position and instant. Safe from any thread. */
public final class MandatesView {

  private final Reads reads;

  public MandatesView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<MandateRow>> find(AsOf asOf, MandateId mandate) {
    return rows().where("entity", "mandate/" + mandate).asOf(asOf).first();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<MandateRow>> history(long position, MandateId mandate) {
    return rows().where("entity", "mandate/" + mandate).knownAt(position).oldestFirst().all();
  }

  /** Which mandates; {@code state} is a mandate's own. Null leaves a column as it is. */
  public record Filter(
      @Nullable Party holder,
      @Nullable Party grantor,
      @Nullable BodyId principal,
      @Nullable PowerId power,
      @Nullable MandateId parent,
      @Nullable MandateState state) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null);
  }

  /** A piece of the list, see {@link Select#page}. */
  public Page<Held<MandateRow>> page(AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return matching(filter).asOf(asOf).page(cursor, limit);
  }

  /** A piece of the mandates that are active themselves over one of the powers. */
  public Page<Held<MandateRow>> over(
      AsOf asOf, Collection<PowerId> powers, @Nullable String cursor, int limit) {
    return rows()
        .whereIn("power", powers)
        .where("state", MandateState.ACTIVE)
        .asOf(asOf)
        .page(cursor, limit);
  }

  private Select<MandateRow> matching(Filter filter) {
    return rows()
        .where("holder", filter.holder())
        .where("grantor", filter.grantor())
        .where("principal", filter.principal())
        .where("power", filter.power())
        .where("parent", filter.parent())
        .where("state", filter.state());
  }

  /** How many mandates there are in each state of their own. */
  public Map<String, Long> countByState(AsOf asOf, Filter filter) {
    return matching(filter).asOf(asOf).countBy("state");
  }

  /**
   * The mandate as it stands, with all it hangs from. Where it has not begun by then, its first
   * state; empty where nothing was known of it.
   */
  public Optional<Standing> standing(AsOf asOf, MandateId mandate) {
    return Optional.ofNullable(standings(asOf, List.of(mandate)).get(mandate));
  }

  /** The same for several mandates at once; those of which nothing was known are absent. */
  public Map<MandateId, Standing> standings(AsOf asOf, Collection<MandateId> mandates) {
    return new Chains(reads, asOf).standings(mandates);
  }

  /**
   * Everything that hangs from a mandate, itself first, parents before children; at most {@link
   * Chains#NODES_MAX}.
   */
  public List<Standing> below(AsOf asOf, MandateId mandate) {
    return new Chains(reads, asOf).below(mandate);
  }

  /** Every mandate one of the parties holds or held, begun or not, ordered by id. */
  public List<MandateId> everHeldBy(long position, Collection<Party> holders) {
    return ids(rows().whereIn("holder", holders).knownAt(position));
  }

  /**
   * Everything some parties can use, and the delegations of the bodies in whose name that is and of
   * some more bodies, with all it hangs from: in one question.
   */
  public Reach reach(AsOf asOf, Collection<Party> holders, Collection<BodyId> bodies) {
    return Reaching.find(reads, asOf, holders, bodies);
  }

  private static List<MandateId> ids(Select<MandateRow> mandates) {
    return mandates.entities().stream()
        .map(entity -> new MandateId(entity.substring("mandate/".length())))
        .sorted(Comparator.comparing(MandateId::value))
        .toList();
  }

  /** Who signed a decision, where somebody else than who decided did (Awb 10:11). */
  public Optional<Held<SignatureRow>> signature(AsOf asOf, DecisionId decision) {
    return reads
        .from(ReadModel.MANDATES, "signature", SignatureRow.class)
        .where("entity", "signature/" + decision)
        .asOf(asOf)
        .first();
  }

  private Select<MandateRow> rows() {
    return reads.from(ReadModel.MANDATES, "mandate", MandateRow.class);
  }
}
