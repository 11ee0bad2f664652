package nl.korf.model.facts;

import java.time.Instant;
import java.util.List;
import nl.korf.model.FreeText;
import nl.korf.model.MandateId;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.Scope;
import nl.korf.model.money.Limit;
import org.jspecify.annotations.Nullable;

/** Facts about mandates (Awb title 10.1). What follows from them below is derived, never stored. */
public sealed interface MandateEvent extends Fact {

  /** A mandate was granted straight from the body that holds the power (rule M1). */
  record MandateGranted(@Open @Tagged("mandate") MandateId mandate, @Open MandateTerms terms)
      implements MandateEvent {}

  /** A holder passed on part of what they hold (ondermandaat, Awb 10:9; rule M2). */
  record SubMandateGranted(
      @Open @Tagged("mandate") MandateId mandate,
      @Open @Tagged("sub-mandate-of") MandateId parent,
      @Open MandateTerms terms)
      implements MandateEvent {}

  /**
   * A mandate was narrowed; it never widens (rule M17). A null component stays as it was, except
   * that {@code addedExclusions} are added.
   *
   * @param limits the new limits, in the place of all earlier ones
   * @param until the new end, earlier than before
   */
  record MandateNarrowed(
      @Open @Tagged("mandate") MandateId mandate,
      @Open @Nullable Scope scope,
      @Open @Nullable List<Limit> limits,
      @Open List<Exclusion> addedExclusions,
      @Open @Nullable Instant until,
      @Open boolean noFurtherSubMandates,
      @Personal @Nullable FreeText reason)
      implements MandateEvent {

    public MandateNarrowed {
      limits = limits == null ? null : List.copyOf(limits);
      addedExclusions = List.copyOf(addedExclusions);
    }
  }

  /** A mandate does not count until the suspension is lifted. */
  record MandateSuspended(
      @Open @Tagged("mandate") MandateId mandate, @Personal @Nullable FreeText reason)
      implements MandateEvent {}

  /** A suspension ended; the mandate counts again (rule M8). */
  record SuspensionLifted(
      @Open @Tagged("mandate") MandateId mandate, @Personal @Nullable FreeText reason)
      implements MandateEvent {}

  /** A mandate was withdrawn for good (Awb 10:8); all below end by derivation (rule M8). */
  record MandateRevoked(
      @Open @Tagged("mandate") MandateId mandate,
      @Personal @Nullable FreeText reason,
      @Open @Nullable String legalBasis)
      implements MandateEvent {}
}
