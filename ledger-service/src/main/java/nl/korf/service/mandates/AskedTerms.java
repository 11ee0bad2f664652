package nl.korf.service.mandates;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
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

/**
 * What somebody asks a mandate to say. Most can be left out; silence is never permission: a
 * category not listed is not granted, sub-mandate not mentioned is not allowed.
 *
 * @param kind null: that of the mandate above, or {@link MandateKind#MANDATE}
 * @param principal null: that of the mandate above
 * @param grantor null: the holder of the mandate above, or the principal itself
 * @param holder a role by preference (rule M13)
 * @param power null: that of the mandate above
 * @param subMandating null: no
 * @param maxDepth levels of sub-mandate below the holder; null: as many as sub-mandating needs, 0
 *     or 1
 */
public record AskedTerms(
    @Nullable MandateKind kind,
    @Nullable List<MandateKind> alsoKinds,
    @Nullable Nature nature,
    @Nullable BodyId principal,
    @Nullable Party grantor,
    Party holder,
    @Nullable PowerId power,
    @Nullable Scope scope,
    @Nullable List<Limit> limits,
    @Nullable List<Exclusion> exclusions,
    @Nullable List<Condition> conditions,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable SubMandating subMandating,
    @Nullable Integer maxDepth,
    @Nullable MandateId facetOf,
    @Nullable MandateId supersedes,
    @Nullable LegalReference legalBasis,
    @Nullable LocalizedText title) {

  /** All of the terms, said in full. */
  public static AskedTerms of(MandateTerms terms) {
    return new AskedTerms(
        terms.kind(),
        terms.alsoKinds(),
        terms.nature(),
        terms.principal(),
        terms.grantor(),
        terms.holder(),
        terms.power(),
        terms.scope(),
        terms.limits(),
        terms.exclusions(),
        terms.conditions(),
        terms.from(),
        terms.until(),
        terms.subMandating(),
        terms.maxDepth(),
        terms.facetOf(),
        terms.supersedes(),
        terms.legalBasis(),
        terms.title());
  }

  /**
   * The terms in full.
   *
   * @param principal where none was asked
   * @param grantor where none was asked
   * @param power where none was asked
   * @param ordinary the kind where none was asked
   */
  MandateTerms inFull(BodyId principal, Party grantor, PowerId power, MandateKind ordinary) {
    SubMandating allowed = or(subMandating, SubMandating.NO);
    return new MandateTerms(
        or(kind, ordinary),
        or(alsoKinds, List.of()),
        or(nature, Nature.GRANTED),
        or(this.principal, principal),
        or(this.grantor, grantor),
        holder,
        or(this.power, power),
        or(scope, Scope.INHERITED),
        or(limits, List.of()),
        true,
        or(exclusions, List.of()),
        or(conditions, List.of()),
        from,
        until,
        allowed,
        or(maxDepth, allowed == SubMandating.YES ? 1 : 0),
        facetOf,
        supersedes,
        legalBasis,
        title);
  }

  private static <T> T or(@Nullable T asked, T otherwise) {
    return asked == null ? otherwise : asked;
  }
}
