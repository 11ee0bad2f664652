package nl.korf.model.competence;

import static nl.korf.model.competence.Outcome.HOLDS;

import java.util.Map;
import java.util.stream.Stream;
import nl.korf.model.competence.Outcome.Fails;
import nl.korf.model.competence.Outcome.Unclear;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.view.Row.MandateRow;

/** Whether the chain excludes the act: exclusions of every link add up (M4). */
final class ExclusionRules {

  private ExclusionRules() {}

  static Outcome notExcluded(Path path, Question question) {
    Outcome outcome = HOLDS;
    for (MandateRow link : path.withFacets(question)) {
      for (Exclusion exclusion : decidable(link).toList()) {
        Outcome one = test(exclusion, link, question);
        if (one instanceof Fails) {
          return one;
        }
        outcome = outcome instanceof Unclear ? outcome : one;
      }
    }
    return outcome;
  }

  private static Stream<Exclusion> decidable(MandateRow link) {
    return link.terms().exclusions().stream().filter(Exclusion::decidable);
  }

  private static Outcome test(Exclusion exclusion, MandateRow link, Question question) {
    if (elsewhere(exclusion, question)) {
      return HOLDS;
    }
    Map<String, String> values = Values.of(link, "exclusion", exclusion.text().in("en"));
    Thresholds reached =
        Thresholds.of(exclusion.from(), exclusion.bound(), question.total().amount());
    if (reached == Thresholds.BELOW) {
      return HOLDS;
    }
    if (exclusion.subject() != null && question.act().subject() == null) {
      return new Unclear("the subject of the act", values);
    }
    return reached == Thresholds.REACHED
        ? new Fails(values)
        : new Unclear("the value of the act, comparable with " + exclusion.from(), values);
  }

  /** Whether the exclusion is about another power or another subject. */
  private static boolean elsewhere(Exclusion exclusion, Question question) {
    boolean otherPower =
        exclusion.power() != null
            && !Taxonomy.within(question.act().power(), exclusion.power(), question.knowledge());
    String subject = question.act().subject();
    boolean otherSubject =
        exclusion.subject() != null && subject != null && !exclusion.subject().equals(subject);
    return otherPower || otherSubject;
  }
}
