package nl.korf.model.facts;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.PowerId;
import org.jspecify.annotations.Nullable;

/** Facts about the taxonomy of powers and the bodies that hold them by attribution. */
public sealed interface PowerEvent extends Fact {

  /** Why a power may not pass by mandate, or not without more (rules M3, M10, M16). */
  enum PowerFlag {
    /** Reserved: never passes (M3). */
    RESERVED,
    /**
     * Binding regulations (Awb 10:3(2)(a)). Not set where the law that gives the power foresees
     * mandate.
     */
    BINDING_REGULATION,
    /** A qualified majority is prescribed (Awb 10:3(2)(b)). */
    QUALIFIED_MAJORITY,
    /** The prescribed procedure is opposed to mandate for another reason (Awb 10:3(2)(b)). */
    OPPOSED_BY_PROCEDURE,
    /** Deciding on appeals (Awb 10:3(2)(c)). */
    APPEAL,
    /** Annulling or withholding approval of another body's decision (Awb 10:3(2)(d)). */
    SUPERVISION,
    /** Deciding on objections: not by whoever took the decision (Awb 10:3(3)). */
    OBJECTION,
    /** Fines: not by the reporting officer (Awb 10:3(4), 5:53). */
    FINE,
    /** The nature of the power opposes mandate (Awb 10:3(1)). */
    OPPOSED_BY_NATURE,
    /** Whoever proposed may not decide alone (separation of duties, M16). */
    SEPARATE_PROPOSER;

    /** Whether the power stays with the body itself, whoever it would pass to. */
    public boolean neverPasses() {
      return switch (this) {
        case RESERVED,
            BINDING_REGULATION,
            QUALIFIED_MAJORITY,
            OPPOSED_BY_PROCEDURE,
            APPEAL,
            SUPERVISION,
            OPPOSED_BY_NATURE ->
            true;
        case OBJECTION, FINE, SEPARATE_PROPOSER -> false;
      };
    }

    /** The rule it rests on: the article or, where it is our own, the rule of the model. */
    public String article() {
      return switch (this) {
        case RESERVED -> "M3";
        case BINDING_REGULATION -> "Awb 10:3(2)(a)";
        case QUALIFIED_MAJORITY, OPPOSED_BY_PROCEDURE -> "Awb 10:3(2)(b)";
        case APPEAL -> "Awb 10:3(2)(c)";
        case SUPERVISION -> "Awb 10:3(2)(d)";
        case OBJECTION -> "Awb 10:3(3)";
        case FINE -> "Awb 10:3(4)";
        case OPPOSED_BY_NATURE -> "Awb 10:3(1)";
        case SEPARATE_PROPOSER -> "M16";
      };
    }
  }

  /** A flag with the article it rests on. */
  record Flagged(PowerFlag flag, @Nullable LegalReference basis) {}

  /**
   * A power was described; who holds the parent holds the children.
   *
   * @param category the money category the power is about, or null
   */
  record PowerRegistered(
      @Open @Tagged("power") PowerId power,
      @Open LocalizedText name,
      @Open @Nullable PowerId parent,
      @Open @Nullable String category,
      @Open List<Flagged> flags,
      @Open @Nullable LegalReference legalBasis)
      implements PowerEvent {

    public PowerRegistered {
      flags = List.copyOf(flags);
    }
  }

  /** The law gives a power to a body (attributie): the root of every mandate. */
  record PowerAttributed(
      @Open @Tagged("power") PowerId power,
      @Open @Tagged("body") BodyId body,
      @Open @Nullable LegalReference legalBasis)
      implements PowerEvent {}

  /** A body no longer holds a power by attribution. */
  record AttributionEnded(
      @Open @Tagged("power") PowerId power,
      @Open @Tagged("body") BodyId body,
      @Open @Nullable LegalReference legalBasis)
      implements PowerEvent {}
}
