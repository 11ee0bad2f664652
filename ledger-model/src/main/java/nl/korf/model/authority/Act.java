package nl.korf.model.authority;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.PowerId;
import nl.korf.model.mandates.Axis;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.money.Obligation;
import org.jspecify.annotations.Nullable;

/**
 * An act as the competence rules see it.
 *
 * @param principal in whose name; null where any principal will do
 * @param value the obligation over the full term; null for an act without money
 * @param linkedTo decisions whose values are added, against splitting (rule M5)
 */
public record Act(
    PowerId power,
    MandateKind kind,
    @Nullable BodyId principal,
    @Nullable String unit,
    @Nullable String territory,
    @Nullable String subject,
    @Nullable String caseId,
    @Nullable Obligation value,
    List<DecisionId> linkedTo) {

  public Act {
    linkedTo = List.copyOf(linkedTo);
  }

  /** What it says on an axis; null where it is silent. */
  public @Nullable String on(Axis axis) {
    return switch (axis) {
      case UNIT -> unit;
      case TERRITORY -> territory;
      case SUBJECT -> subject;
      case CASE -> caseId;
    };
  }
}
