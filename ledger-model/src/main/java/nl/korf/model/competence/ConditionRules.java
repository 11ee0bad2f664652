package nl.korf.model.competence;

import static nl.korf.model.competence.Outcome.HOLDS;

import java.util.ArrayList;
import java.util.List;
import nl.korf.model.competence.Outcome.Asks;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Obligation;
import nl.korf.model.money.Threshold;
import nl.korf.model.view.Row.MandateRow;

/**
 * What the chain asks for besides (M7): every condition of every link. A policy or an instruction
 * binds but does not block (M20), so it is a note, see {@link AuthorityCheck#notes}.
 */
final class ConditionRules {

  private ConditionRules() {}

  static Outcome conditionsMet(Path path, Question question) {
    List<String> asked = new ArrayList<>();
    for (MandateRow link : path.withFacets(question)) {
      for (Condition condition : link.terms().conditions()) {
        if (blocks(condition.kind()) && counts(condition, question)) {
          asked.add(written(condition, link));
        }
      }
    }
    List<MandateRow> links = path.links();
    for (int i = 0; i + 1 < links.size(); i++) {
      if (links.get(i + 1).terms().subMandating() == SubMandating.CONDITIONAL) {
        asked.add("SUB_MANDATE of %s is conditional".formatted(links.get(i + 1).mandate()));
      }
    }
    personal(question, asked);
    return asked.isEmpty()
        ? HOLDS
        : new Asks(
            asked, Values.of("mandate", path.used(), "conditions", String.join("; ", asked)));
  }

  /** Flags that bar one person, where the ledger does not know who that is. */
  private static void personal(Question question, List<String> asked) {
    if (question.flagged(PowerFlag.FINE).isPresent()) {
      asked.add("not by the reporting officer (Awb 10:3(4), 5:53)");
    }
    if (question.proposer() == null && question.flagged(PowerFlag.SEPARATE_PROPOSER).isPresent()) {
      asked.add("not by whoever proposed it");
    }
  }

  static boolean blocks(Condition.Kind kind) {
    return switch (kind) {
      case CO_SIGNATURE, PRIOR_ADVICE, OTHER -> true;
      case POLICY, INSTRUCTION -> false;
    };
  }

  /** Of the act's category, and from its sum on; one that cannot be told counts. */
  private static boolean counts(Condition condition, Question question) {
    Obligation value = question.act().value();
    if (condition.category() != null
        && value != null
        && !condition.category().equals(value.category())) {
      return false;
    }
    return Threshold.of(condition.from(), condition.bound(), question.total().amount())
        != Threshold.BELOW;
  }

  private static String written(Condition condition, MandateRow link) {
    String with = condition.with() == null ? "" : " with " + condition.with();
    String from = condition.from() == null ? "" : " from " + condition.from().written();
    return "%s%s%s (%s: %s)"
        .formatted(condition.kind(), with, from, link.mandate(), condition.text().in("en"));
  }
}
