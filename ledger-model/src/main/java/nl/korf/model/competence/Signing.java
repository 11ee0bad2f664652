package nl.korf.model.competence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.view.Row.DecisionRow;
import org.jspecify.annotations.Nullable;

/**
 * Signing what a body decided itself (Awb 10:11): who may do so holds a signing mandate for the
 * decision's power, or acts as the body.
 */
public final class Signing {

  /**
   * A signature that is there.
   *
   * @param position of the fact
   */
  public record Signed(PersonId by, long position) {}

  private Signing() {}

  /** What to ask the authority check: to sign the decision, in the name of its body. */
  public static Act act(DecisionRow decision, Act decided) {
    return new Act(
        decided.power(),
        MandateKind.SIGNATURE,
        decision.principal(),
        decided.unit(),
        decided.territory(),
        decided.subject(),
        decided.caseId(),
        null,
        List.of());
  }

  /**
   * Why it cannot be signed; empty where it can. A decision under mandate is signed by whoever took
   * it, in the principal's name (Awb 10:10).
   *
   * @param proof of the signer's competence to sign
   * @param signed the signature that is there already, or null
   */
  public static List<Reason> reasons(
      DecisionRow decision, PersonId signer, CompetenceProof proof, @Nullable Signed signed) {
    List<Reason> reasons = new ArrayList<>();
    if (signed != null) {
      reasons.add(
          Reason.of(
              Refusal.SIGNED_ALREADY,
              "decision",
              decision.decision().toString(),
              "person",
              signed.by().toString(),
              "position",
              Long.toString(signed.position())));
    }
    if (!decision.mandatesUsed().isEmpty()) {
      reasons.add(
          Reason.of(
              Refusal.BODY_DID_NOT_DECIDE,
              "decision",
              decision.decision().toString(),
              "principal",
              String.valueOf(decision.principal())));
    }
    AuthorityCheck.refusal(proof)
        .ifPresent(refusal -> reasons.add(no(refusal, decision, signer, proof)));
    return reasons.stream().sorted(Reason.PRECEDENCE).toList();
  }

  private static Reason no(
      Refusal refusal, DecisionRow decision, PersonId signer, CompetenceProof proof) {
    Map<String, String> values = new TreeMap<>(proof.values());
    values.put("decision", decision.decision().toString());
    values.putIfAbsent("person", signer.toString());
    return new Reason(refusal, values);
  }
}
