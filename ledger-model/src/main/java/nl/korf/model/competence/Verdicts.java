package nl.korf.model.competence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.Outcome.Asks;
import nl.korf.model.competence.Outcome.Fails;
import nl.korf.model.competence.Outcome.Holds;
import nl.korf.model.competence.Outcome.Unclear;
import org.jspecify.annotations.Nullable;

/**
 * What all predicates together say about one path.
 *
 * @param passed how many hold
 * @param failed the first that does not, of the sort that made the verdict; null for a yes
 */
record Verdicts(
    Path path, Verdict verdict, long passed, @Nullable String failed, Map<String, String> values) {

  /** The better verdict first, then the nearer path, the shorter, the lower id. */
  static final Comparator<Verdicts> BEST =
      Comparator.comparingInt((Verdicts one) -> rank(one.verdict))
          .thenComparing(Comparator.comparingLong(Verdicts::passed).reversed())
          .thenComparingInt(one -> one.path.chain().links().size())
          .thenComparing(one -> one.path.used().value());

  static Verdicts of(Path path, Question question) {
    return of(path, question, Predicate.ALL);
  }

  static Verdicts of(Path path, Question question, List<Predicate> predicates) {
    Verdict verdict = Verdict.COMPETENT;
    String failed = null;
    long passed = 0;
    Map<String, String> values = Map.of();
    List<String> missing = new ArrayList<>();
    for (Predicate predicate : predicates) {
      Outcome outcome = predicate.test().of(path, question);
      Verdict says = verdict(outcome);
      passed += outcome instanceof Holds ? 1 : 0;
      if (outcome instanceof Unclear unclear) {
        missing.add(unclear.missing());
      }
      if (rank(says) > rank(verdict)) {
        verdict = says;
        failed = predicate.name();
        values = values(outcome);
      }
    }
    Map<String, String> all = new TreeMap<>(values);
    if (verdict == Verdict.UNKNOWN) {
      all.put("missing", String.join("; ", missing));
    }
    return new Verdicts(path, verdict, passed, failed, all);
  }

  private static Verdict verdict(Outcome outcome) {
    return switch (outcome) {
      case Holds _ -> Verdict.COMPETENT;
      case Asks _ -> Verdict.SUBJECT_TO;
      case Unclear _ -> Verdict.UNKNOWN;
      case Fails _ -> Verdict.NOT_COMPETENT;
    };
  }

  private static Map<String, String> values(Outcome outcome) {
    return switch (outcome) {
      case Holds _ -> Map.of();
      case Asks asks -> asks.values();
      case Unclear unclear -> unclear.values();
      case Fails fails -> fails.values();
    };
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case COMPETENT -> 0;
      case SUBJECT_TO -> 1;
      case UNKNOWN -> 2;
      case NOT_COMPETENT -> 3;
    };
  }

  CompetenceProof proof(Question question) {
    return new CompetenceProof(
        verdict,
        question.knowledge().position(),
        question.knowledge().on(),
        path.steps(),
        failed,
        values);
  }
}
