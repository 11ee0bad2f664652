package nl.korf.projections.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import nl.korf.model.view.DecisionRows.DissentRow;
import nl.korf.model.view.DecisionRows.Repeal;
import nl.korf.model.view.DecisionRows.SupersessionRow;
import nl.korf.model.view.DecisionRows.UseRow;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.DecisionRow;
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
   *
   * @param inForce only those that work on the instant, or only those that do not
   * @param reviewDueBefore only those that work and are to be reviewed before this
   */
  public record Filter(
      @Nullable InitiativeId initiative,
      @Nullable PersonId decidedBy,
      @Nullable Party decidedFor,
      @Nullable BodyId principal,
      @Nullable String stage,
      @Nullable String title,
      @Nullable Boolean inForce,
      @Nullable Instant reviewDueBefore) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null, null, null);

    /** The decisions about an initiative. */
    public static Filter of(InitiativeId initiative) {
      return new Filter(initiative, null, null, null, null, null, null, null);
    }
  }

  /** Whether a decision works: by itself, and because no other stands in its place. */
  private static final String IN_FORCE =
      """
      state = 'IN_FORCE' and not exists (
        select from {schema}.supersession s
        left join {schema}.decision later on later.decision = s.by_decision
          and later.known_from <= ? and later.known_until > ?
          and later.effective_from <= ? and later.effective_until > ?
        where s.decision = decision.decision
          and s.known_from <= ? and s.known_until > ?
          and s.effective_from <= ? and s.effective_until > ?
          and (later.repealed_at is null
            or not s.revives and later.repealed_at > s.effective_from))
      """;

  /** A piece of the list, the latest first, see {@link Select#page}. */
  public Page<Held<DecisionRow>> page(
      AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    Select<DecisionRow> asked =
        rows()
            .where("initiative", filter.initiative())
            .where("decided_by", filter.decidedBy())
            .where("decided_for", filter.decidedFor())
            .where("principal", filter.principal())
            .where("stage", filter.stage())
            .titled(filter.title())
            .asOf(asOf)
            .worksLastFirst();
    List<Object> twice = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      twice.addAll(List.of(asOf.position(), asOf.position(), asOf.on(), asOf.on()));
    }
    if (filter.inForce() != null) {
      asked.having(filter.inForce() ? IN_FORCE : "not (" + IN_FORCE + ")", twice);
    }
    if (filter.reviewDueBefore() != null) {
      asked.having(IN_FORCE, twice).having("review_at < ?", List.of(filter.reviewDueBefore()));
    }
    return asked.page(cursor, limit);
  }

  /** The same decisions, each with what took its place. */
  public List<DecisionStanding> standings(AsOf asOf, List<Held<DecisionRow>> decisions) {
    Map<DecisionId, List<SupersessionRow>> lost = new HashMap<>();
    List<String> ids = decisions.stream().map(held -> held.row().decision().value()).toList();
    for (Held<SupersessionRow> held : supersessions().whereIn("decision", ids).asOf(asOf).all()) {
      lost.computeIfAbsent(held.row().decision(), _ -> new ArrayList<>()).add(held.row());
    }
    Map<DecisionId, Repeal> repeals = repeals(asOf, lost.values());
    return decisions.stream()
        .map(held -> {
          List<SupersessionRow> those = lost.getOrDefault(held.row().decision(), List.of());
          return new DecisionStanding(
              asOf.on(),
              held,
              those.stream().filter(one -> one.holds(repeals.get(one.by()))).toList());
        })
        .toList();
  }

  /** What repealed the decisions that took the place of others, where anything did. */
  private Map<DecisionId, Repeal> repeals(
      AsOf asOf, Collection<List<SupersessionRow>> supersessions) {
    List<String> later =
        supersessions.stream()
            .flatMap(List::stream)
            .map(one -> "decision/" + one.by())
            .distinct()
            .toList();
    Map<DecisionId, Repeal> repeals = new HashMap<>();
    if (!later.isEmpty()) {
      for (Held<DecisionRow> held : rows().whereIn("entity", later).asOf(asOf).all()) {
        Repeal repeal = held.row().repeal();
        if (repeal != null) {
          repeals.put(held.row().decision(), repeal);
        }
      }
    }
    return repeals;
  }

  /** The decision about the instant, with what took its place. */
  public Optional<DecisionStanding> standing(AsOf asOf, DecisionId decision) {
    return find(asOf, decision).map(held -> standings(asOf, List.of(held)).getFirst());
  }

  /** Every supersession of a decision by others that is known, planned ones included. */
  public List<SupersessionRow> supersededBy(long position, DecisionId decision) {
    return supersessions().where("decision", decision).knownAt(position).all().stream()
        .map(Held::row)
        .toList();
  }

  /** Every supersession of others by a decision that is known, planned ones included. */
  public List<SupersessionRow> supersedes(long position, DecisionId decision) {
    return supersessions().where("by_decision", decision).knownAt(position).all().stream()
        .map(Held::row)
        .toList();
  }

  /** The views that differ from a decision. */
  public List<DissentRow> dissents(AsOf asOf, DecisionId decision) {
    return reads
        .from(ReadModel.DECISIONS, "dissent", DissentRow.class)
        .where("decision", decision)
        .asOf(asOf)
        .all()
        .stream()
        .map(Held::row)
        .toList();
  }

  /** The decisions about an initiative, the latest first. */
  public Page<Held<DecisionRow>> ofInitiative(
      AsOf asOf, InitiativeId initiative, @Nullable String cursor, int limit) {
    return page(asOf, Filter.of(initiative), cursor, limit);
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
        .asOf(asOf)
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

  private Select<SupersessionRow> supersessions() {
    return reads.from(ReadModel.DECISIONS, "supersession", SupersessionRow.class);
  }

  private Select<DecisionRow> rows() {
    return reads.from(ReadModel.DECISIONS, "decision", DecisionRow.class);
  }
}
