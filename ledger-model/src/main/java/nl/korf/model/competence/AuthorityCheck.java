package nl.korf.model.competence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person is competent for an act, at the position and instant of the {@link Knowledge}:
 * their roles, every mandate those can use, each walked up to its root and held against the act
 * link by link. Asked when a decision is taken, not when it is proposed.
 */
public final class AuthorityCheck {

  /** What a mandate says in words that only a person can judge; it does not block. */
  public record Note(MandateId mandate, LocalizedText text) {}

  private AuthorityCheck() {}

  /**
   * The verdict and its proof. {@code COMPETENT} where one path passes every predicate: the
   * shortest such path, then the one with the lowest mandate id. Otherwise the best there is
   * (subject to conditions, unknown, not competent), on the nearest path: the one that passed most
   * predicates, with the first that did not hold and what it compared.
   *
   * <p>Whoever acts as the body that holds the power, by attribution or by delegation to it, needs
   * no mandate: competent, with an empty path (Awb 10:7, 10:13). A body that delegated the power no
   * longer holds it while the delegation runs, and neither do the mandates it granted (Awb 10:17).
   * Under a delegation recorded with limits in money it is unknown which of the two holds it. A yes
   * that rests on a delegation names it, under {@code delegation} (Awb 10:19).
   */
  public static CompetenceProof check(PersonId person, Act act, Knowledge knowledge) {
    return check(person, act, null, knowledge);
  }

  /**
   * As {@link #check(PersonId, Act, Knowledge)}, where it is known who proposed: for powers under
   * separation of duties (rule M16).
   */
  public static CompetenceProof check(
      PersonId person, Act act, @Nullable PersonId proposer, Knowledge knowledge) {
    return check(Party.of(person), act, proposer, knowledge);
  }

  /**
   * As {@link #check(PersonId, Act, PersonId, Knowledge)}, for a person or for a group that decides
   * as one: then by the mandates the group holds; what its members may do counts for nothing.
   */
  public static CompetenceProof check(
      Party decider, Act act, @Nullable PersonId proposer, Knowledge knowledge) {
    if (!knowledge.exists(decider)) {
      return unknown(decider.toString().replace(':', ' '), knowledge);
    }
    if (knowledge.power(act.power()).isEmpty()) {
      return unknown("power " + act.power(), knowledge);
    }
    Question question = Question.of(decider, act, proposer, knowledge);
    Optional<CompetenceProof> itself = OwnPower.of(question);
    if (itself.isPresent()) {
      return itself.get();
    }
    Optional<CompetenceProof> best =
        paths(question).stream()
            .map(path -> Verdicts.of(path, question))
            .min(Verdicts.BEST)
            .map(verdicts -> verdicts.proof(question));
    if (best.isPresent() && best.get().verdict() != Verdict.NOT_COMPETENT) {
      return OwnPower.citing(best.get(), question);
    }
    return OwnPower.unclear(question)
        .or(() -> OwnPower.delegatedAway(question))
        .or(() -> best)
        .orElseGet(() -> withoutMandate(question));
  }

  /** By a delegation the power itself passes; the delegate is asked about as a body. */
  private static List<Path> paths(Question question) {
    List<Path> paths = new ArrayList<>();
    for (MandateId held : question.knowledge().mandatesHeldBy(question.capacities().parties())) {
      question
          .knowledge()
          .mandate(held)
          .filter(link -> link.row().terms().delegate() == null)
          .ifPresent(link -> paths.add(Path.of(link, question)));
    }
    return paths;
  }

  private static CompetenceProof withoutMandate(Question question) {
    Map<String, String> values =
        Values.of(
            "person", question.actor(),
            "power", question.act().power(),
            "principal", question.act().principal(),
            "on", question.knowledge().on());
    return proof(Verdict.NOT_COMPETENT, "holds-a-mandate", values, question);
  }

  static CompetenceProof proof(
      Verdict verdict, @Nullable String failed, Map<String, String> values, Question question) {
    Knowledge knowledge = question.knowledge();
    return new CompetenceProof(
        verdict, knowledge.position(), knowledge.on(), List.of(), failed, values);
  }

  private static CompetenceProof unknown(String missing, Knowledge knowledge) {
    return new CompetenceProof(
        Verdict.UNKNOWN,
        knowledge.position(),
        knowledge.on(),
        List.of(),
        "input-known",
        Map.of("missing", missing));
  }

  /**
   * Why a decision is refused on this proof; empty where the verdict lets it pass. The reason is
   * that of the predicate that failed, with its values. To sign is not to decide: an act of that
   * kind is never a decision (Awb 10:11).
   */
  public static List<Reason> reasons(
      DecisionId decision, PersonId person, Act act, CompetenceProof proof) {
    if (act.kind() == MandateKind.SIGNATURE) {
      return List.of(
          Reason.of(
              Refusal.SIGNATURE_DECIDES_NOTHING,
              "decision",
              decision.toString(),
              "person",
              person.toString()));
    }
    Optional<Refusal> refusal = refusal(proof);
    if (refusal.isEmpty()) {
      return List.of();
    }
    Map<String, String> values = new TreeMap<>(proof.values());
    values.put("decision", decision.toString());
    values.putIfAbsent("person", person.toString());
    values.putIfAbsent("power", act.power().toString());
    values.put("verdict", proof.verdict().name());
    if (proof.failed() != null) {
      values.put("failed", proof.failed());
    }
    return List.of(new Reason(refusal.get(), values));
  }

  /** The body that decides by the power it holds itself; empty under a mandate. */
  public static Optional<BodyId> ownBody(CompetenceProof proof) {
    return Stream.of("attributedTo", "delegatedTo")
        .flatMap(held -> Optional.ofNullable(proof.values().get(held)).stream())
        .map(BodyId::new)
        .findFirst();
  }

  /** The delegation a yes rests on, which the decision has to cite (Awb 10:19). */
  public static Optional<MandateId> delegation(CompetenceProof proof) {
    return proof.verdict() == Verdict.COMPETENT
        ? Optional.ofNullable(proof.values().get("delegation")).map(MandateId::new)
        : Optional.empty();
  }

  /** How a verdict says no; empty for a yes. */
  static Optional<Refusal> refusal(CompetenceProof proof) {
    return switch (proof.verdict()) {
      case COMPETENT -> Optional.empty();
      case UNKNOWN -> Optional.of(Refusal.COMPETENCE_UNKNOWN);
      case SUBJECT_TO -> Optional.of(Refusal.SUBJECT_TO_CONDITIONS);
      case NOT_COMPETENT ->
          Optional.ofNullable(proof.failed())
              .flatMap(Predicate::named)
              .map(Predicate::refusal)
              .or(() -> Optional.of(Refusal.NO_MANDATE));
    };
  }

  /**
   * What the mandates of the proof's path say in words: exclusions that name neither power nor
   * subject, policies and instructions (breach of those is a flag, rule M20). For people to judge.
   */
  public static List<Note> notes(CompetenceProof proof, Knowledge knowledge) {
    List<Note> notes = new ArrayList<>();
    for (CompetenceProof.Step step : proof.path()) {
      knowledge
          .mandate(step.mandate())
          .ifPresent(link -> addNotes(step.mandate(), link.row().terms(), notes));
    }
    return List.copyOf(notes);
  }

  private static void addNotes(MandateId mandate, MandateTerms terms, List<Note> notes) {
    terms.exclusions().stream()
        .filter(exclusion -> !exclusion.decidable())
        .map(Exclusion::text)
        .forEach(text -> notes.add(new Note(mandate, text)));
    terms.conditions().stream()
        .filter(condition -> !ConditionRules.blocks(condition.kind()))
        .map(Condition::text)
        .forEach(text -> notes.add(new Note(mandate, text)));
  }
}
