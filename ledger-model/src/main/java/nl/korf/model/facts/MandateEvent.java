package nl.korf.model.facts;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.model.money.Limit;
import org.jspecify.annotations.Nullable;

/** Facts about mandates (Awb title 10.1). What follows from them below is derived, never stored. */
public sealed interface MandateEvent extends Fact {

  /**
   * A mandate was granted straight from the body that holds the power (rule M1).
   *
   * @param consents whose consent it waits for (Awb 10:4(1), rule M11); it counts from the last of
   *     them on, and at once where the list is empty
   * @param record the document it was given by (Awb 10:5, rule M12), or null
   * @param consentByStatute the statute that provides for the mandate, so that no consent is asked
   *     of a holder elsewhere (Awb 10:4(2)), or null
   * @param delegator for a delegation the body whose power passes (Awb 10:13), else null
   * @param delegate for a delegation the body that gets it, else null
   */
  record MandateGranted(
      @Open @Tagged("mandate") MandateId mandate,
      @Open MandateTerms terms,
      @Open List<Party> consents,
      @Open @Nullable WrittenRecord record,
      @Open @Nullable LegalReference consentByStatute,
      @Open @Nullable @Tagged("delegator") BodyId delegator,
      @Open @Nullable @Tagged("delegate") BodyId delegate)
      implements MandateEvent {

    public MandateGranted {
      consents = List.copyOf(consents);
    }

    /** A grant that waits for nobody's consent. */
    public MandateGranted(MandateId mandate, MandateTerms terms) {
      this(mandate, terms, List.of(), null, null);
    }

    /** A grant; where it is a delegation to a body, tagged with both bodies. */
    public MandateGranted(
        MandateId mandate,
        MandateTerms terms,
        List<Party> consents,
        @Nullable WrittenRecord record,
        @Nullable LegalReference consentByStatute) {
      this(
          mandate,
          terms,
          consents,
          record,
          consentByStatute,
          terms.delegate() == null ? null : terms.principal(),
          terms.delegate());
    }
  }

  /**
   * A holder passed on part of what they hold (ondermandaat, Awb 10:9; rule M2).
   *
   * @param consents whose consent it waits for (Awb 10:4(1), rule M11)
   * @param record the document it was given by (Awb 10:5, rule M12), or null
   * @param consentByStatute the statute that provides for it (Awb 10:4(2)), or null
   * @param groupDecision where a group holds the parent: the decision by which it passed it on
   */
  record SubMandateGranted(
      @Open @Tagged("mandate") MandateId mandate,
      @Open @Tagged("sub-mandate-of") MandateId parent,
      @Open MandateTerms terms,
      @Open List<Party> consents,
      @Open @Nullable WrittenRecord record,
      @Open @Nullable LegalReference consentByStatute,
      @Open @Nullable @Tagged("carries-out") DecisionId groupDecision)
      implements MandateEvent {

    public SubMandateGranted {
      consents = List.copyOf(consents);
    }

    /** A grant that waits for nobody's consent. */
    public SubMandateGranted(MandateId mandate, MandateId parent, MandateTerms terms) {
      this(mandate, parent, terms, List.of(), null, null, null);
    }
  }

  /**
   * A party whose consent a mandate waits for gave it (Awb 10:4(1), rule M11).
   *
   * @param party the holder, or the body under whose responsibility the holder works
   * @param by the person who acted for that party
   */
  record MandateAccepted(
      @Open @Tagged("mandate") MandateId mandate,
      @Open Party party,
      @Open PersonId by,
      @Personal @Nullable FreeText reason)
      implements MandateEvent {}

  /** A party whose consent a mandate waits for withheld it; the mandate never comes to count. */
  record MandateDeclined(
      @Open @Tagged("mandate") MandateId mandate,
      @Open Party party,
      @Open PersonId by,
      @Personal @Nullable FreeText reason)
      implements MandateEvent {}

  /**
   * A mandate was made known (Awb 3:42, rule M12); changes nothing in whether it counts.
   *
   * @param reference where: the identifier or address of the publication
   */
  record MandatePublished(@Open @Tagged("mandate") MandateId mandate, @Open String reference)
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

  /**
   * A mandate was withdrawn for good (Awb 10:8); all below end by derivation (rule M8).
   *
   * @param record the document it was withdrawn by (Awb 10:8(2), rule M9), or null
   */
  record MandateRevoked(
      @Open @Tagged("mandate") MandateId mandate,
      @Personal @Nullable FreeText reason,
      @Open @Nullable String legalBasis,
      @Open @Nullable WrittenRecord record)
      implements MandateEvent {

    /** A revocation without a document. */
    public MandateRevoked(
        MandateId mandate, @Nullable FreeText reason, @Nullable String legalBasis) {
      this(mandate, reason, legalBasis, null);
    }
  }
}
