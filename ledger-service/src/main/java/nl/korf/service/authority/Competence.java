package nl.korf.service.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.RecordedUse;
import nl.korf.service.entities.SourcedKnowledge;
import nl.korf.service.kernel.Boundary;

/**
 * The gate of a decision. A read model names the path that looks competent; the verdict then comes
 * from that path as sourced in the command's boundary, so that it still holds where the decision
 * lands. Every passage leaves one row.
 */
public final class Competence {

  private final ReadModels readModels;
  private final Checks checks;

  public Competence(ReadModels readModels, Checks checks) {
    this.readModels = readModels;
    this.checks = checks;
  }

  /**
   * The verdict, from the boundary.
   *
   * @param gate the command that asks
   */
  public CompetenceProof check(Question question, Entities entities, String gate) {
    List<MandateId> candidates = candidates(question, entities);
    Knowledge sourced = new SourcedKnowledge(entities, candidates, this::recordedUse);
    CompetenceProof proof = question.answer(sourced);
    if (proof.verdict() != Verdict.COMPETENT && caughtUp(entities)) {
      List<MandateId> anew = candidates(question, entities);
      if (!anew.equals(candidates)) {
        proof = question.answer(new SourcedKnowledge(entities, anew, this::recordedUse));
      }
    }
    Boundary boundary = entities.boundary();
    checks.record(
        new RecordedCheck(
            boundary.requestId(),
            boundary.commandId(),
            boundary.now(),
            boundary.actor().toString(),
            gate,
            question,
            proof));
    return proof;
  }

  /** A refusal must not rest on a read model that is behind the boundary. */
  private boolean caughtUp(Entities entities) {
    return readModels.await(entities.boundary().position());
  }

  /** The mandate of the path that looks best, and what fixes amounts along it. */
  private List<MandateId> candidates(Question question, Entities entities) {
    Knowledge world = readModels.asOf(readModels.position(), entities.now());
    CompetenceProof best = question.answer(world);
    List<MandateId> candidates = new ArrayList<>();
    if (question.mandate() != null) {
      candidates.add(question.mandate());
    } else if (!best.path().isEmpty()) {
      candidates.add(best.path().getFirst().mandate());
    }
    best.path().forEach(step -> addFacets(step.mandate(), world, candidates));
    return candidates;
  }

  private static void addFacets(MandateId link, Knowledge world, List<MandateId> candidates) {
    world
        .mandate(link)
        .map(dated -> dated.row().terms())
        .filter(terms -> !terms.amountsStated())
        .map(MandateTerms::holder)
        .ifPresent(holder ->
            world.mandatesHeldBy(Set.of(holder)).stream()
                .filter(held ->
                    world
                        .mandate(held)
                        .filter(row -> link.equals(row.row().terms().facetOf()))
                        .isPresent())
                .filter(held -> !candidates.contains(held))
                .forEach(candidates::add));
  }

  private RecordedUse.Known recordedUse(MandateId mandate, String category, Instant on) {
    long position = readModels.position();
    return new RecordedUse.Known(position, readModels.asOf(position, on).used(mandate, category));
  }
}
