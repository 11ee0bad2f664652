package nl.korf.service.authority;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.RecordedUse;
import nl.korf.service.entities.SourcedKnowledge;
import nl.korf.service.kernel.Boundary;
import org.jspecify.annotations.Nullable;

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
    return check(question, entities, gate, "");
  }

  /**
   * As {@link #check(Question, Entities, String)}, for one of several questions of one command.
   *
   * @param part tells them apart, each leaves a row; empty where there is one
   */
  public CompetenceProof check(Question question, Entities entities, String gate, String part) {
    CompetenceProof proof = answer(question, entities);
    record(idOf(part, entities.boundary()), question, proof, entities.boundary(), gate);
    return proof;
  }

  /**
   * Whether somebody is competent now for the power of a decision taken earlier, whose own spending
   * does not count again.
   *
   * @param proposer who proposed what it was about (rule M16), or null where not known
   * @param part tells several such questions of one command apart, each leaves a row; empty where
   *     there is one
   */
  public CompetenceProof forEarlier(
      PastDecision earlier,
      PersonId person,
      @Nullable PersonId proposer,
      Entities entities,
      String gate,
      String part) {
    Question question = earlier.now(person, proposer);
    CompetenceProof proof = answer(question, entities);
    record(idOf(part, entities.boundary()), question, proof, entities.boundary(), gate);
    return proof;
  }

  /**
   * Whether whoever took a decision was competent, by all that is known now.
   *
   * @param then entities as in force at the instant of the decision's own verdict
   */
  public CompetenceProof asKnownNow(
      PastDecision decision, @Nullable PersonId proposer, Entities then, String gate) {
    readModels.await(then.boundary().position());
    List<Question> questions = decision.then(proposer);
    Question question = questions.getFirst();
    CompetenceProof proof = answer(question, then);
    if (proof.verdict() != Verdict.COMPETENT && questions.size() > 1) {
      question = questions.getLast();
      proof = answer(question, then);
    }
    record(idOf("as-known-now", then.boundary()), question, proof, then.boundary(), gate);
    return proof;
  }

  private static UUID idOf(String part, Boundary boundary) {
    String name = boundary.requestId() + "/" + part;
    return part.isEmpty()
        ? boundary.requestId()
        : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private CompetenceProof answer(Question question, Entities entities) {
    List<MandateId> candidates = candidates(question, entities);
    CompetenceProof proof = sourced(question, entities, candidates);
    if (proof.verdict() != Verdict.COMPETENT && caughtUp(entities)) {
      List<MandateId> anew = candidates(question, entities);
      if (!anew.equals(candidates)) {
        proof = sourced(question, entities, anew);
      }
    }
    return proof;
  }

  private CompetenceProof sourced(
      Question question, Entities entities, List<MandateId> candidates) {
    return question.answer(new SourcedKnowledge(entities, candidates, this::recordedUse));
  }

  private void record(
      UUID id, Question question, CompetenceProof proof, Boundary boundary, String gate) {
    checks.record(
        new RecordedCheck(
            id,
            boundary.commandId(),
            boundary.now(),
            boundary.actor().toString(),
            gate,
            question,
            proof));
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
