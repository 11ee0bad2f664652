package nl.korf.service.authority;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.Envelope;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.view.Row.DecisionRow;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was taken, and what can be asked about it afterwards: whether whoever took it was
 * competent then, by what is known now, and whether somebody is competent for its power now.
 *
 * @param decider a person, or a group that decided as one
 * @param act what it was about
 * @param spentFrom when its obligation began to count against caps
 * @param on the instant of its own verdict
 */
public record PastDecision(DecisionRow row, Party decider, Act act, Instant spentFrom, Instant on) {

  /** The decision, or null where the source tells neither who took it nor by which power. */
  public static @Nullable PastDecision of(DecisionRow row, Envelope taken) {
    Act act = row.act();
    PersonId person = row.decidedBy();
    Party decider = person == null ? row.decidedFor() : Party.of(person);
    if (act == null || decider == null) {
      return null;
    }
    Instant own = row.competence().on();
    return new PastDecision(
        row,
        decider,
        act,
        taken.imported() == null ? taken.recordedAt() : taken.effectiveAt(),
        own == null ? taken.effectiveAt() : own);
  }

  /** The act as it is asked about now: in the name of the same body. */
  public Act inItsName() {
    BodyId principal = row.principal();
    return new Act(
        act.power(),
        act.kind(),
        principal == null ? act.principal() : principal,
        act.unit(),
        act.territory(),
        act.subject(),
        act.caseId(),
        act.value(),
        act.linkedTo());
  }

  /** Whether somebody is competent for its power now, in the name of the same body. */
  public Question now(PersonId person, @Nullable PersonId proposer) {
    return new Question(Party.of(person), inItsName(), proposer, null, earlier());
  }

  /**
   * Whether whoever took it was competent then: along the mandate it was taken under, or else along
   * any. The first answer that is COMPETENT counts, otherwise the last.
   */
  public List<Question> then(@Nullable PersonId proposer) {
    Question any = new Question(decider, act, proposer, null, earlier());
    if (row.competence().path().isEmpty()) {
      return List.of(any);
    }
    MandateId used = row.competence().path().getFirst().mandate();
    return List.of(new Question(decider, act, proposer, used, earlier()), any);
  }

  /** The verdict on whoever took it, in a world about then. */
  public CompetenceProof asKnownIn(Knowledge world, @Nullable PersonId proposer) {
    List<Question> questions = then(proposer);
    return questions.stream()
        .map(question -> question.answer(world))
        .filter(proof -> proof.verdict() == Verdict.COMPETENT)
        .findFirst()
        .orElseGet(() -> questions.getLast().answer(world));
  }

  private Question.Earlier earlier() {
    return new Question.Earlier(row.decision(), spentFrom);
  }
}
