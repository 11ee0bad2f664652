package nl.korf.model.view;

import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import org.jspecify.annotations.Nullable;

/** Rows about mandates beside the mandates themselves. */
public sealed interface MandateRows extends Row {

  /**
   * A decision was signed by somebody else than who decided (Awb 10:11).
   *
   * @param by who signed
   * @param mandate the signing mandate, or null where the signer acts as the body itself
   * @param competence of the signer, to sign
   * @param signedAt position of the fact
   */
  record SignatureRow(
      DecisionId decision,
      PersonId by,
      @Nullable MandateId mandate,
      CompetenceProof competence,
      long signedAt)
      implements MandateRows {

    @Override
    public String entity() {
      return "signature/" + decision;
    }
  }
}
