package nl.korf.service.authority;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.PowerId;
import nl.korf.model.authority.Act;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Obligation;
import org.jspecify.annotations.Nullable;

/**
 * An act as somebody describes it.
 *
 * @param kind null: {@link MandateKind#MANDATE}, a public-law decision
 * @param principal in whose name; null where any principal will do
 * @param value the obligation; null for an act without money
 * @param linkedTo decisions whose values are added, against splitting (rule M5)
 */
public record AskedAct(
    PowerId power,
    @Nullable MandateKind kind,
    @Nullable BodyId principal,
    @Nullable String unit,
    @Nullable String territory,
    @Nullable String subject,
    @Nullable String caseId,
    @Nullable AskedValue value,
    @Nullable List<DecisionId> linkedTo) {

  /**
   * An obligation over its full term.
   *
   * @param each what is due each period (an annual rent); the whole sum for a single payment
   * @param times how many periods; null: once
   */
  public record AskedValue(String category, Amount each, @Nullable Integer times) {

    public AskedValue {
      Obligation _ = new Obligation(category, each, times == null ? 1 : times);
    }

    Obligation obligation() {
      return new Obligation(category, each, times == null ? 1 : times);
    }
  }

  /** The act in full. */
  public static AskedAct of(Act act) {
    Obligation value = act.value();
    return new AskedAct(
        act.power(),
        act.kind(),
        act.principal(),
        act.unit(),
        act.territory(),
        act.subject(),
        act.caseId(),
        value == null ? null : new AskedValue(value.category(), value.each(), value.times()),
        act.linkedTo());
  }

  public Act act() {
    return new Act(
        power,
        kind == null ? MandateKind.MANDATE : kind,
        principal,
        unit,
        territory,
        subject,
        caseId,
        value == null ? null : value.obligation(),
        linkedTo == null ? List.of() : linkedTo);
  }
}
