package nl.korf.model.invariants;

import java.util.List;
import java.util.Map;
import nl.korf.model.knowledge.Responsibility;
import nl.korf.model.mandates.MandateTerms;

/** In what form a mandate is given: M12. */
final class FormRules {

  private FormRules() {}

  /**
   * M12: in writing where it is general, and where the holder works elsewhere (Awb 10:5). Asked of
   * acts of the ledger: that a register does not show a document does not say there was none.
   */
  static List<Map<String, String>> inWriting(Proposal proposal) {
    MandateTerms terms = proposal.terms();
    boolean outside =
        !Responsibility.covers(
            terms.principal(), terms.grantor(), terms.holder(), proposal.knowledge());
    if (proposal.form().record() != null || !(terms.general() || outside)) {
      return Values.NONE;
    }
    return Values.one(
        "mandate", proposal.grant().mandate(),
        "holder", terms.holder());
  }
}
