package nl.korf.service.imports;

import java.util.List;
import java.util.Map;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.CompetenceProof.Step;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.RecordedUse;
import nl.korf.service.entities.SourcedKnowledge;

/**
 * The verdict on a decision of the past: as of when it was taken, by what is known now. It never
 * refuses; where the source does not say who decided about what, it is unknown.
 */
final class ImportedVerdict {

  private static final RecordedUse FROM_THE_START =
      (mandate, category, on) -> new RecordedUse.Known(0, List.of());

  private ImportedVerdict() {}

  static DecisionTaken of(DecisionTaken taken, Entities entities) {
    CompetenceProof proof = proof(taken, entities);
    boolean competent = proof.verdict() == Verdict.COMPETENT;
    List<MandateId> used =
        competent ? proof.path().stream().map(Step::mandate).toList() : taken.mandatesUsed();
    return taken.judged(proof, used);
  }

  private static CompetenceProof proof(DecisionTaken taken, Entities entities) {
    PersonId by = taken.decidedBy();
    Act act = taken.act();
    if (by == null || act == null || taken.mandatesUsed().isEmpty()) {
      return new CompetenceProof(
          Verdict.UNKNOWN,
          entities.boundary().position(),
          entities.now(),
          List.of(),
          null,
          Map.of("missing", by == null ? "decidedBy" : act == null ? "act" : "mandate"));
    }
    return AuthorityCheck.check(by, act, knowledge(entities, taken.mandatesUsed()));
  }

  /** The world of the boundary, as in force when the fact held. */
  static Knowledge knowledge(Entities entities, List<MandateId> candidates) {
    return new SourcedKnowledge(entities, candidates, FROM_THE_START);
  }
}
