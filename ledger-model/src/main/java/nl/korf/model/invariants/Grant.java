package nl.korf.model.invariants;

import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.WrittenRecord;
import org.jspecify.annotations.Nullable;

/**
 * A mandate somebody wants to grant.
 *
 * @param parent the mandate it is passed on from (sub-mandate), or null: straight from the body
 *     that holds the power
 * @param form in what form it is granted
 */
public record Grant(MandateId mandate, @Nullable MandateId parent, MandateTerms terms, Form form) {

  /** A grant of which only the terms are known: as a source tells of it. */
  public Grant(MandateId mandate, @Nullable MandateId parent, MandateTerms terms) {
    this(mandate, parent, terms, Form.NONE);
  }

  /**
   * The form of a grant.
   *
   * @param record the document it is given by (Awb 10:5), or null
   * @param consentByStatute the statute that provides for it, so that nobody's consent is asked
   *     (Awb 10:4(2)), or null
   * @param groupDecision where a group holds the parent: the decision that passes it on, or null
   */
  public record Form(
      @Nullable WrittenRecord record,
      @Nullable LegalReference consentByStatute,
      @Nullable GroupDecision groupDecision) {

    /** No document, no statute, no decision of a group. */
    public static final Form NONE = new Form(null, null, null);

    /** In writing. */
    public static Form by(WrittenRecord record) {
      return new Form(record, null, null);
    }
  }

  /**
   * What is known of the decision by which a group passes a mandate on.
   *
   * @param group for which it was decided
   * @param byRound whether a round of the group led to it
   * @param mandatesUsed under which it was decided
   * @param power about which, or null
   * @param carriedOutBy the sub-mandate it was used for already, or null
   */
  public record GroupDecision(
      DecisionId decision,
      @Nullable Party group,
      boolean byRound,
      List<MandateId> mandatesUsed,
      @Nullable PowerId power,
      @Nullable MandateId carriedOutBy) {

    public GroupDecision {
      mandatesUsed = List.copyOf(mandatesUsed);
    }
  }
}
