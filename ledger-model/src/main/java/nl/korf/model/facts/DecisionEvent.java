package nl.korf.model.facts;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import org.jspecify.annotations.Nullable;

/** Facts about decisions. */
public sealed interface DecisionEvent extends Fact {

  /** How a decision came about. */
  enum Rule {
    /** One competent holder said yes. */
    MANDATED,
    /** Imported history: the source does not tell by which rule. */
    UNKNOWN
  }

  /**
   * A decision was taken.
   *
   * @param decidedBy the person who decided; null where the source does not tell
   * @param decidedFor the group in whose work it was decided, where there is one
   * @param principal the body in whose name (Awb 10:10)
   * @param act what was decided about, as the competence rules see it; null where not known
   * @param competence verdict and proof as of the moment of deciding
   * @param mandatesUsed every mandate of the path; tags a use, not a change, so decisions under one
   *     mandate do not conflict
   * @param capsUsed the mandates of the path with a cumulative cap; contended by nature
   * @param stage the stage the initiative moves to by this decision
   * @param effectiveFrom when it works; null is the fact's effective time
   */
  record DecisionTaken(
      @Open @Tagged("decision") DecisionId decision,
      @Open @Nullable @Tagged("initiative") InitiativeId initiative,
      @Open LocalizedText title,
      @Open Rule rule,
      @Open @Nullable @Tagged("decider") PersonId decidedBy,
      @Open @Nullable Party decidedFor,
      @Open @Nullable BodyId principal,
      @Open @Nullable Act act,
      @Open CompetenceProof competence,
      @Open @Tagged("mandate-use") List<MandateId> mandatesUsed,
      @Open @Tagged("mandate-cap") List<MandateId> capsUsed,
      @Open @Nullable String stage,
      @Open @Nullable Instant effectiveFrom,
      @Personal @Nullable FreeText motivation)
      implements DecisionEvent {

    public DecisionTaken {
      mandatesUsed = List.copyOf(mandatesUsed);
      capsUsed = List.copyOf(capsUsed);
    }
  }
}
