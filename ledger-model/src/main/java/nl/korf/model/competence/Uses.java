package nl.korf.model.competence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.knowledge.Facets;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.money.Limit.Span;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/**
 * What a decision uses: goes into {@code DecisionTaken}, so that caps can be counted.
 *
 * @param mandates every mandate of the path and each facet that fixed an amount for it
 * @param caps those of them with a cumulative limit in the act's category
 */
public record Uses(List<MandateId> mandates, List<MandateId> caps) {

  public Uses {
    mandates = List.copyOf(mandates);
    caps = List.copyOf(caps);
  }

  public static Uses of(CompetenceProof proof, Act act, Knowledge knowledge) {
    Set<MandateId> mandates = new LinkedHashSet<>();
    Set<MandateId> caps = new LinkedHashSet<>();
    String category = act.value() == null ? null : act.value().category();
    for (CompetenceProof.Step step : proof.path()) {
      mandates.add(step.mandate());
      knowledge
          .mandate(step.mandate())
          .ifPresent(link -> {
            addCap(link.row(), category, caps);
            for (MandateRow facet : Facets.of(link.row(), category, knowledge)) {
              mandates.add(facet.mandate());
              addCap(facet, category, caps);
            }
          });
    }
    return new Uses(List.copyOf(mandates), List.copyOf(caps));
  }

  private static void addCap(MandateRow row, @Nullable String category, Set<MandateId> caps) {
    if (row.terms().limits().stream()
        .anyMatch(limit -> limit.span() == Span.CUMULATIVE && limit.category().equals(category))) {
      caps.add(row.mandate());
    }
  }
}
