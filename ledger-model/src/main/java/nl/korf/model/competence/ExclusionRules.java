package nl.korf.model.competence;

import static nl.korf.model.competence.Outcome.HOLDS;

import java.util.Map;
import java.util.stream.Stream;
import nl.korf.model.competence.Outcome.Fails;
import nl.korf.model.competence.Outcome.Unclear;
import nl.korf.model.knowledge.Excluded;
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
    Map<String, String> values = Values.of(link, "exclusion", exclusion.text().in("en"));
    return switch (Excluded.of(
        exclusion, question.act(), question.total().amount(), question.knowledge())) {
      case NO -> HOLDS;
      case YES -> new Fails(values);
      case SUBJECT_UNCLEAR -> new Unclear("the subject of the act", values);
      case VALUE_UNCLEAR ->
          new Unclear("the value of the act, comparable with " + exclusion.from(), values);
    };
  }
}
