package nl.korf.projections.decisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.money.Amount;
import nl.korf.model.money.VatBasis;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.UseRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Decisions, as of any position and instant; lists begin with the latest. Safe from any thread. */
public final class DecisionsView {

  private final Reads reads;

  public DecisionsView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<DecisionRow>> find(AsOf asOf, DecisionId decision) {
    return rows().where("entity", "decision/" + decision).asOf(asOf).first();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<DecisionRow>> history(long position, DecisionId decision) {
    return rows().where("entity", "decision/" + decision).knownAt(position).oldestFirst().all();
  }

  /**
   * Which decisions; {@code title} is how it begins, in either language. Null leaves a column as it
   * is.
   */
  public record Filter(
      @Nullable InitiativeId initiative,
      @Nullable PersonId decidedBy,
      @Nullable Party decidedFor,
      @Nullable BodyId principal,
      @Nullable String stage,
      @Nullable String title) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null);
  }

  /** A piece of the list, the latest first, see {@link Select#page}. */
  public Page<Held<DecisionRow>> page(
      AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return rows()
        .where("initiative", filter.initiative())
        .where("decided_by", filter.decidedBy())
        .where("decided_for", filter.decidedFor())
        .where("principal", filter.principal())
        .where("stage", filter.stage())
        .titled(filter.title())
        .asOf(asOf)
        .newestFirst()
        .page(cursor, limit);
  }

  /** The decisions about an initiative, the latest first. */
  public Page<Held<DecisionRow>> ofInitiative(
      AsOf asOf, InitiativeId initiative, @Nullable String cursor, int limit) {
    return page(asOf, new Filter(initiative, null, null, null, null, null), cursor, limit);
  }

  /** The use made of a mandate, itself and by its sub-mandates, the latest first. */
  public Page<Held<UseRow>> usesOf(
      AsOf asOf, MandateId mandate, @Nullable String cursor, int limit) {
    return uses().where("mandate", mandate).asOf(asOf).newestFirst().page(cursor, limit);
  }

  /** The decisions taken under a mandate, itself and by its sub-mandates, the latest first. */
  public Page<Held<DecisionRow>> underMandate(
      AsOf asOf, MandateId mandate, @Nullable String cursor, int limit) {
    Page<Held<UseRow>> uses = usesOf(asOf, mandate, cursor, limit);
    Map<String, Held<DecisionRow>> decisions = new HashMap<>();
    rows()
        .whereIn("entity", uses.items().stream().map(DecisionsView::decisionOf).toList())
        .knownAt(asOf.position())
        .all()
        .forEach(held -> decisions.put(held.row().entity(), held));
    return new Page<>(
        uses.items().stream()
            .map(use -> decisions.get(decisionOf(use)))
            .filter(Objects::nonNull)
            .toList(),
        uses.next());
  }

  /**
   * What decisions taken by the instant bind a mandate to in one category, one total per currency
   * and VAT basis.
   */
  public List<Amount> used(AsOf asOf, MandateId mandate, String category) {
    String sql =
        """
        select currency, vat, sum(minor)::bigint
        from {schema}.use
        where mandate = ? and category = ? and minor is not null
          and known_from <= ? and known_until > ?
          and effective_from <= ? and effective_until > ?
        group by currency, vat
        order by currency, vat
        """;
    return reads.ask(
        ReadModel.DECISIONS,
        sql,
        List.of(mandate, category, asOf.position(), asOf.position(), asOf.on(), asOf.on()),
        line ->
            new Amount(line.getLong(3), line.getString(1), VatBasis.valueOf(line.getString(2))));
  }

  private static String decisionOf(Held<UseRow> use) {
    return "decision/" + use.row().decision();
  }

  private Select<UseRow> uses() {
    return reads.from(ReadModel.DECISIONS, "use", UseRow.class);
  }

  private Select<DecisionRow> rows() {
    return reads.from(ReadModel.DECISIONS, "decision", DecisionRow.class);
  }
}
