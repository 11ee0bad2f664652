package nl.korf.model.competence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.authority.CompetenceProof.Step;
import nl.korf.model.knowledge.Chain;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Facets;
import nl.korf.model.view.Row.MandateRow;

/**
 * A mandate the person could use, with its chain.
 *
 * @param used the mandate itself
 * @param through what the person holds it by
 */
record Path(MandateId used, Party through, Chain chain) {

  static Path of(Dated<MandateRow> used, Question question) {
    Party holder = used.row().terms().holder();
    return new Path(
        used.row().mandate(),
        question.capacities().through().getOrDefault(holder, holder),
        Chain.of(used.row().mandate(), question.knowledge()));
  }

  /** The rows from the mandate used up to the root. */
  List<MandateRow> links() {
    return chain.links().stream().map(Dated::row).toList();
  }

  /** The links, each followed by its facets for the act's category. */
  Set<MandateRow> withFacets(Question question) {
    Set<MandateRow> all = new LinkedHashSet<>();
    for (MandateRow link : links()) {
      all.add(link);
      all.addAll(Facets.of(link, question.category(), question.knowledge()));
    }
    return all;
  }

  /** The steps of a proof. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (MandateRow link : links()) {
      Party holder = link.terms().holder();
      steps.add(
          new Step(
              link.mandate(),
              link.version(),
              holder,
              link.mandate().equals(used) ? through : holder));
    }
    return steps;
  }
}
