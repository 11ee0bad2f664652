package nl.korf.model.worlds;

import java.util.List;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.PowerId;
import nl.korf.model.authority.Act;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.money.Obligation;
import org.jspecify.annotations.Nullable;

/** Acts to ask about. */
public final class Acts {

  private Acts() {}

  /** An act of mandate without money. */
  public static Act of(String power) {
    return of(power, null);
  }

  public static Act of(String power, @Nullable Obligation value, String... linkedTo) {
    return new Act(
        new PowerId(power),
        MandateKind.MANDATE,
        null,
        null,
        null,
        null,
        null,
        value,
        Stream.of(linkedTo).map(DecisionId::new).toList());
  }

  public static Act inTheNameOf(String principal, String power) {
    return new Act(
        new PowerId(power),
        MandateKind.MANDATE,
        new BodyId(principal),
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  public static Act ofKind(MandateKind kind, String power) {
    return new Act(new PowerId(power), kind, null, null, null, null, null, null, List.of());
  }

  public static Act about(
      String power, @Nullable String unit, @Nullable String subject, @Nullable Obligation value) {
    return new Act(
        new PowerId(power), MandateKind.MANDATE, null, unit, null, subject, null, value, List.of());
  }
}
