package nl.korf.model.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/**
 * The facets of a general mandate: mandates of the same holder that fix its amount for one category
 * where its own text states none.
 */
public final class Facets {

  private Facets() {}

  /** The facets in force that say something about the category. */
  public static List<MandateRow> of(
      MandateRow general, @Nullable String category, Knowledge knowledge) {
    if (general.terms().amountsStated() || category == null) {
      return List.of();
    }
    List<MandateRow> facets = new ArrayList<>();
    for (MandateId held : knowledge.mandatesHeldBy(Set.of(general.terms().holder()))) {
      Optional<Dated<MandateRow>> facet = knowledge.mandate(held);
      if (facet.isPresent()
          && general.mandate().equals(facet.get().row().terms().facetOf())
          && Chain.counts(facet.get(), knowledge.on())
          && speaksOf(category, facet.get().row().terms())) {
        facets.add(facet.get().row());
      }
    }
    return facets;
  }

  private static boolean speaksOf(String category, MandateTerms terms) {
    return terms.limits().stream().anyMatch(limit -> limit.category().equals(category))
        || terms.conditions().stream().anyMatch(one -> category.equals(one.category()));
  }
}
