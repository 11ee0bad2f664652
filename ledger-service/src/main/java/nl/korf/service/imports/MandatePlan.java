package nl.korf.service.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.VatBasis;
import nl.korf.service.imports.Column.Entity;
import nl.korf.service.imports.PlanDraft.Moment;
import org.jspecify.annotations.Nullable;

/** Plans mandates with their limits, exclusions and conditions, and what became of them. */
final class MandatePlan {

  private final PlanDraft draft;
  private final Map<String, List<Row>> limits = new HashMap<>();

  MandatePlan(PlanDraft draft) {
    this.draft = draft;
    draft
        .rows(Table.MANDATE_LIMITS)
        .forEach(
            row -> limits.computeIfAbsent(row.must("mandate"), id -> new ArrayList<>()).add(row));
  }

  void add() {
    draft.rows(Table.MANDATES).forEach(this::mandate);
    draft.rows(Table.MANDATE_CHANGES).forEach(this::change);
  }

  private void mandate(Row row) {
    MandateId id = new MandateId(row.must("id"));
    MandateId parent = reference(row, "parent");
    Moment start = draft.start(row);
    Exclusions exclusions = exclusions(row, start.at());
    MandateTerms terms = terms(row, start.at(), exclusions.fromTheStart());
    Fact fact =
        parent == null ? new MandateGranted(id, terms) : new SubMandateGranted(id, parent, terms);
    draft
        .add(row, lane(id), fact, start.at())
        .found(start.findings())
        .creates(Entity.MANDATE, id)
        .needs(Entity.MANDATE, parent)
        .needs(Entity.MANDATE, terms.facetOf())
        .needs(Entity.MANDATE, terms.supersedes())
        .needs(Entity.BODY, terms.principal())
        .needs(Entity.POWER, terms.power())
        .needs(terms.grantor())
        .needs(terms.holder())
        .planned();
    exclusions.later().forEach((at, rows) -> narrowed(id, at, rows));
  }

  /**
   * What a mandate does not cover.
   *
   * @param fromTheStart part of its terms
   * @param later a narrowing at that instant
   */
  private record Exclusions(List<Row> fromTheStart, SortedMap<Instant, List<Row>> later) {}

  private Exclusions exclusions(Row mandate, Instant start) {
    List<Row> fromTheStart = new ArrayList<>();
    SortedMap<Instant, List<Row>> later = new TreeMap<>();
    Instant until = mandate.moment("until");
    for (Row exclusion : draft.rows(Table.EXCLUSIONS)) {
      if (!applies(exclusion, mandate)) {
        continue;
      }
      Instant from = exclusion.moment("from");
      Instant end = exclusion.moment("until");
      boolean over = end != null && !end.isAfter(start);
      boolean tooLate = from != null && until != null && !from.isBefore(until);
      if (!over && !tooLate) {
        if (from == null || !from.isAfter(start)) {
          fromTheStart.add(exclusion);
        } else {
          later.computeIfAbsent(from, at -> new ArrayList<>()).add(exclusion);
        }
      }
    }
    return new Exclusions(fromTheStart, later);
  }

  private static boolean applies(Row exclusion, Row mandate) {
    if (exclusion.has("mandate")) {
      return mandate.must("id").equals(exclusion.get("mandate"));
    }
    if (exclusion.has("holder")) {
      return mandate.must("holder").equals(exclusion.get("holder"));
    }
    String basis = mandate.get("legal_basis");
    return basis != null && basis.startsWith(exclusion.must("decree"));
  }

  private void narrowed(MandateId id, Instant at, List<Row> exclusions) {
    Row first = exclusions.getFirst();
    draft
        .add(
            first,
            lane(id),
            new MandateNarrowed(
                id,
                null,
                null,
                exclusions.stream().map(this::exclusion).toList(),
                null,
                false,
                null),
            at)
        .part(id.value())
        .needs(Entity.MANDATE, id)
        .planned();
  }

  private MandateTerms terms(Row row, Instant from, List<Row> exclusions) {
    List<Limit> stated = limits(row);
    return new MandateTerms(
        PeoplePlan.word(MandateKind.class, row.must("kind"), MandateKind.MANDATE),
        row.list("also_kinds").stream()
            .map(kind -> PeoplePlan.word(MandateKind.class, kind, MandateKind.MANDATE))
            .toList(),
        PeoplePlan.word(MandateTerms.Nature.class, row.get("nature"), MandateTerms.Nature.GRANTED),
        new BodyId(row.must("principal")),
        Objects.requireNonNull(draft.party(row, "grantor")),
        Objects.requireNonNull(draft.party(row, "holder")),
        new PowerId(row.must("power")),
        new Scope(
            row.list("units"), row.list("territories"), row.list("subjects"), row.list("cases")),
        stated,
        !stated.isEmpty(),
        exclusions.stream().map(this::exclusion).toList(),
        conditions(row),
        from,
        row.moment("until"),
        PeoplePlan.word(SubMandating.class, row.get("sub_mandating"), SubMandating.UNSPECIFIED),
        row.count("max_depth", 0),
        reference(row, "facet_of"),
        reference(row, "supersedes"),
        PlanDraft.legal(row),
        title(row));
  }

  private List<Limit> limits(Row row) {
    List<Limit> stated = new ArrayList<>();
    limit(row, row.has("category") ? row.must("category") : "general", stated);
    limits
        .getOrDefault(row.must("id"), List.of())
        .forEach(more -> limit(more, more.must("category"), stated));
    return stated;
  }

  private static void limit(Row row, String category, List<Limit> stated) {
    if (row.yes("unlimited")) {
      stated.add(Limit.unlimited(category));
    } else {
      row.decimal("limit")
          .ifPresent(amount ->
              stated.add(
                  new Limit(
                      category,
                      amount(amount, row),
                      false,
                      PeoplePlan.word(Bound.class, row.get("bound"), Bound.EXCLUSIVE),
                      PeoplePlan.word(Limit.Span.class, row.get("span"), Limit.Span.PER_ACT))));
    }
  }

  private List<Condition> conditions(Row row) {
    List<Condition> conditions = new ArrayList<>();
    String nl = row.get("condition_nl");
    String en = row.get("condition_en");
    LocalizedText text = nl == null && en == null ? null : new LocalizedText(nl, en);
    Amount floor = row.decimal("floor").map(amount -> amount(amount, row)).orElse(null);
    Party with = draft.party(row, "joint_with");
    if (floor != null || with != null) {
      conditions.add(
          new Condition(
              with == null ? Condition.Kind.OTHER : Condition.Kind.CO_SIGNATURE,
              with,
              row.get("category"),
              floor,
              floor == null
                  ? null
                  : PeoplePlan.word(Bound.class, row.get("floor_bound"), Bound.INCLUSIVE),
              text == null
                  ? LocalizedText.of("Samen vanaf dit bedrag", "Jointly from this amount")
                  : text));
    } else if (text != null) {
      conditions.add(new Condition(Condition.Kind.OTHER, null, null, null, null, text));
    }
    return conditions;
  }

  private Exclusion exclusion(Row row) {
    Amount from = row.decimal("amount_from").map(amount -> amount(amount, row)).orElse(null);
    return new Exclusion(
        row.has("power") ? new PowerId(row.must("power")) : null,
        row.get("subject"),
        from,
        from == null ? null : PeoplePlan.word(Bound.class, row.get("bound"), Bound.INCLUSIVE),
        new LocalizedText(cited(row, "text_nl"), cited(row, "text_en")));
  }

  /** The words of the exclusion, with the article they stand in. */
  private static @Nullable String cited(Row row, String column) {
    String text = row.get(column);
    String basis = row.get("legal_basis");
    return text == null || basis == null ? text : "%s (%s)".formatted(text, basis);
  }

  private void change(Row row) {
    MandateId id = new MandateId(row.must("mandate"));
    FreeText reason = row.has("reason") ? FreeText.of(row.must("reason")) : null;
    Fact fact =
        switch (row.must("change")) {
          case "suspended" -> new MandateSuspended(id, reason);
          case "lifted" -> new SuspensionLifted(id, reason);
          default -> new MandateRevoked(id, reason, row.get("legal_basis"));
        };
    draft
        .add(row, lane(id), fact, Objects.requireNonNull(row.moment("at")))
        .needs(Entity.MANDATE, id)
        .planned();
  }

  /** An amount in minor units; no basis stated is a basis of its own. */
  static Amount amount(BigDecimal amount, Row row) {
    String currency = row.must("currency");
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    VatBasis vat =
        switch (String.valueOf(row.get("vat"))) {
          case "incl" -> VatBasis.INCLUSIVE;
          case "excl" -> VatBasis.EXCLUSIVE;
          default -> VatBasis.UNSTATED;
        };
    return new Amount(amount.movePointRight(digits).longValueExact(), currency, vat);
  }

  private static @Nullable LocalizedText title(Row row) {
    return row.has("title_nl") || row.has("title_en")
        ? new LocalizedText(row.get("title_nl"), row.get("title_en"))
        : null;
  }

  private static @Nullable MandateId reference(Row row, String column) {
    String value = row.get(column);
    return value == null ? null : new MandateId(value);
  }

  private static String lane(MandateId id) {
    return "mandate/" + id;
  }
}
