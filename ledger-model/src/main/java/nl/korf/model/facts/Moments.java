package nl.korf.model.facts;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.korf.model.LedgerYears;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import org.jspecify.annotations.Nullable;

/** The moments a fact names, at any depth. */
final class Moments {

  private static final Map<Class<?>, List<RecordComponent>> MAY_HOLD = new ConcurrentHashMap<>();

  private Moments() {}

  /**
   * Checks that the ledger can hold every moment of the fact.
   *
   * @throws Refused naming each that lies outside {@link LedgerYears}
   */
  static void requireHeld(Fact fact) {
    List<Refused.Reason> reasons = new ArrayList<>();
    collect(fact, "", reasons);
    Refused.unlessEmpty(reasons);
  }

  private static void collect(@Nullable Object value, String at, List<Refused.Reason> reasons) {
    switch (value) {
      case Instant moment when !LedgerYears.hold(moment) ->
          reasons.add(
              Refused.Reason.of(
                  Refusal.VALUE_MALFORMED,
                  "field",
                  at,
                  "value",
                  moment.toString(),
                  "problem",
                  LedgerYears.BOUNDS));
      case Collection<?> many -> many.forEach(one -> collect(one, at, reasons));
      case Record record -> {
        for (RecordComponent component :
            MAY_HOLD.computeIfAbsent(record.getClass(), Moments::mayHold)) {
          String below = at.isEmpty() ? component.getName() : at + "." + component.getName();
          collect(Components.value(component, record), below, reasons);
        }
      }
      case null, default -> {}
    }
  }

  private static List<RecordComponent> mayHold(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(component -> {
          Class<?> of = component.getType();
          return of == Instant.class || of.isRecord() || of.isInterface();
        })
        .toList();
  }
}
