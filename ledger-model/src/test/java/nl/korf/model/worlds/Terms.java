package nl.korf.model.worlds;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Limit;
import org.jspecify.annotations.Nullable;

/** Terms of a mandate, from the most ordinary ones on. */
public final class Terms {

  private MandateKind kind = MandateKind.MANDATE;
  private List<MandateKind> alsoKinds = List.of();
  private Nature nature = Nature.GRANTED;
  private BodyId principal = new BodyId("minister");
  private final Party grantor;
  private final Party holder;
  private PowerId power = new PowerId("estate");
  private Scope scope = Scope.INHERITED;
  private List<Limit> limits = List.of();
  private boolean amountsStated = true;
  private List<Exclusion> exclusions = List.of();
  private List<Condition> conditions = List.of();
  private @Nullable Instant from;
  private @Nullable Instant until;
  private SubMandating subMandating = SubMandating.YES;
  private int maxDepth = 3;
  private @Nullable MandateId facetOf;
  private @Nullable LegalReference legalBasis;

  private Terms(Party grantor, Party holder) {
    this.grantor = grantor;
    this.holder = holder;
  }

  /** Parties as written, {@code role:sg}. */
  public static Terms of(String grantor, String holder) {
    return new Terms(Party.parse(grantor), Party.parse(holder));
  }

  public Terms kind(MandateKind value, MandateKind... more) {
    kind = value;
    alsoKinds = List.of(more);
    return this;
  }

  public Terms nature(Nature value) {
    nature = value;
    return this;
  }

  public Terms principal(String value) {
    principal = new BodyId(value);
    return this;
  }

  public Terms power(String value) {
    power = new PowerId(value);
    return this;
  }

  public Terms scope(Scope value) {
    scope = value;
    return this;
  }

  public Terms limits(Limit... values) {
    limits = List.of(values);
    return this;
  }

  public Terms silentOnAmounts() {
    amountsStated = false;
    return this;
  }

  public Terms excluding(Exclusion... values) {
    exclusions = List.of(values);
    return this;
  }

  public Terms under(Condition... values) {
    conditions = List.of(values);
    return this;
  }

  public Terms from(Instant value) {
    from = value;
    return this;
  }

  public Terms until(Instant value) {
    until = value;
    return this;
  }

  public Terms subMandating(SubMandating value, int depth) {
    subMandating = value;
    maxDepth = depth;
    return this;
  }

  public Terms on(String statute) {
    legalBasis = LegalReference.cited(statute);
    return this;
  }

  public Terms facetOf(String value) {
    facetOf = new MandateId(value);
    return this;
  }

  public MandateTerms build() {
    return new MandateTerms(
        kind,
        alsoKinds,
        nature,
        principal,
        grantor,
        holder,
        power,
        scope,
        limits,
        amountsStated,
        exclusions,
        conditions,
        from,
        until,
        subMandating,
        maxDepth,
        facetOf,
        null,
        legalBasis,
        null);
  }
}
