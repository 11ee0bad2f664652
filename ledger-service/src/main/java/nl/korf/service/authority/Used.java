package nl.korf.service.authority;

import java.util.List;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.decisions.DecisionRules.OwnPower;
import nl.korf.model.money.Limit;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.service.entities.Entities;
import org.jspecify.annotations.Nullable;

/**
 * What a decision uses of the mandates its proof names.
 *
 * @param mandates every mandate of the path
 * @param caps those with a cumulative cap on what the act spends
 * @param principal in whose name: always the original one, even under sub-mandate (Awb 10:10)
 */
public record Used(List<MandateId> mandates, List<MandateId> caps, @Nullable BodyId principal) {

  public Used {
    mandates = List.copyOf(mandates);
    caps = List.copyOf(caps);
  }

  /** What an act uses by its proof, with the mandates as sourced. */
  public static Used by(CompetenceProof proof, Act act, Entities entities) {
    List<MandateRow> path =
        proof.path().stream().flatMap(step -> entities.mandate(step.mandate()).stream()).toList();
    return new Used(
        path.stream().map(MandateRow::mandate).toList(),
        path.stream().filter(row -> capped(row, act)).map(MandateRow::mandate).toList(),
        principal(act, proof, path));
  }

  /** The body that decides by a power it holds itself (Awb 10:7); null under a mandate. */
  public @Nullable BodyId itself() {
    return mandates.isEmpty() ? principal : null;
  }

  /** By whose power it is decided: the body's own, or one it mandated; null where by none. */
  public @Nullable OwnPower power(Act act) {
    return principal == null ? null : new OwnPower(principal, act.power(), itself() != null);
  }

  private static @Nullable BodyId principal(Act act, CompetenceProof proof, List<MandateRow> path) {
    if (!path.isEmpty()) {
      return path.getLast().terms().principal();
    }
    return AuthorityCheck.ownBody(proof).orElse(act.principal());
  }

  private static boolean capped(MandateRow mandate, Act act) {
    Stream<Limit> limits = mandate.terms().limits().stream();
    return act.value() != null
        && limits.anyMatch(limit ->
            limit.span() == Limit.Span.CUMULATIVE
                && limit.category().equals(act.value().category()));
  }
}
