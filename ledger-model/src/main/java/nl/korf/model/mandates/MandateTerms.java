package nl.korf.model.mandates;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.money.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a mandate says.
 *
 * @param kind what kind of power to act; {@code alsoKinds} further kinds the same grant covers
 * @param nature whether it works by itself
 * @param principal the body in whose name the holder acts, the same along a chain (rule M2)
 * @param grantor who gave it
 * @param holder who holds it; a role by preference (rule M13)
 * @param power with everything below it in the taxonomy
 * @param limits per category; a category not listed is not granted (rule M5)
 * @param amountsStated false only for an imported general mandate whose text fixes no amounts: then
 *     an act with a value is neither inside nor outside, and the check answers UNKNOWN
 * @param from start, inclusive; null is the fact's effective time
 * @param until end, exclusive; null is open
 * @param maxDepth levels of sub-mandate below the holder
 * @param facetOf the general mandate of which this one fixes the amount for a category
 * @param supersedes the earlier version of the same mandate
 */
public record MandateTerms(
    MandateKind kind,
    List<MandateKind> alsoKinds,
    Nature nature,
    BodyId principal,
    Party grantor,
    Party holder,
    PowerId power,
    Scope scope,
    List<Limit> limits,
    boolean amountsStated,
    List<Exclusion> exclusions,
    List<Condition> conditions,
    @Nullable Instant from,
    @Nullable Instant until,
    SubMandating subMandating,
    int maxDepth,
    @Nullable MandateId facetOf,
    @Nullable MandateId supersedes,
    @Nullable LegalReference legalBasis,
    @Nullable LocalizedText title) {

  /** Deepest chain, in mandates; a walk up stops there. */
  public static final int DEPTH_MAX = 32;

  /** Whether a grant works by itself. */
  public enum Nature {
    GRANTED,
    /** Works for a person only after a separate appointment. */
    ON_APPOINTMENT,
    /** Allows a sub-mandate up to here; the grant itself is a separate decision. */
    CEILING
  }

  public MandateTerms {
    alsoKinds = List.copyOf(alsoKinds);
    limits = List.copyOf(limits);
    exclusions = List.copyOf(exclusions);
    conditions = List.copyOf(conditions);
    if (maxDepth < 0 || maxDepth > DEPTH_MAX) {
      throw new IllegalArgumentException(
          "a mandate allows 0 to %d levels below it, not %d".formatted(DEPTH_MAX, maxDepth));
    }
  }

  /** The body to which the power itself passes (Awb 10:13); null for anything but that. */
  public @Nullable BodyId delegate() {
    return kind == MandateKind.DELEGATION && holder.kind() == Party.Kind.BODY
        ? new BodyId(holder.id())
        : null;
  }

  /** Whether it is general: not limited to cases named in it (Awb 10:5(2), 10:8(2)). */
  public boolean general() {
    return scope.cases().isEmpty();
  }

  /** Whether the grant covers acts of this kind. */
  public boolean covers(MandateKind wanted) {
    return kind == wanted || alsoKinds.contains(wanted);
  }

  /**
   * These terms after a narrowing (rule M17): a null argument leaves its axis, exclusions are
   * added, an end is never put off.
   */
  public MandateTerms narrowed(
      @Nullable Scope newScope,
      @Nullable List<Limit> newLimits,
      List<Exclusion> addedExclusions,
      @Nullable Instant newUntil,
      boolean noFurtherSubMandates) {
    return new MandateTerms(
        kind,
        alsoKinds,
        nature,
        principal,
        grantor,
        holder,
        power,
        newScope == null ? scope : newScope,
        newLimits == null ? limits : newLimits,
        amountsStated,
        Stream.concat(exclusions.stream(), addedExclusions.stream()).distinct().toList(),
        conditions,
        from,
        earlier(until, newUntil),
        noFurtherSubMandates ? SubMandating.NO : subMandating,
        noFurtherSubMandates ? 0 : maxDepth,
        facetOf,
        supersedes,
        legalBasis,
        title);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
