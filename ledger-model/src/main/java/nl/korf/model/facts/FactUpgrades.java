package nl.korf.model.facts;

import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lies in ledgers in an earlier form, brought into the present one: pure functions on the JSON
 * tree, one for each step from a version to the next. Stored bytes, headers and hashes stay as they
 * are; whoever reads a fact, an auditor's replay included, reads it through here.
 */
final class FactUpgrades {

  private record Stored(String type, int version) {}

  private static final Map<Stored, UnaryOperator<ObjectNode>> STEPS =
      Map.of(
          new Stored("DecisionTaken", 1),
          UnaryOperator.identity(),
          new Stored("DecisionSuperseded", 1),
          UnaryOperator.identity(),
          new Stored("DecisionRepealed", 1),
          UnaryOperator.identity(),
          new Stored("MandateGranted", 1),
          FactUpgrades::waitsForNobody,
          new Stored("SubMandateGranted", 1),
          FactUpgrades::waitsForNobody,
          new Stored("MandateRevoked", 1),
          UnaryOperator.identity());

  private FactUpgrades() {}

  /** Whether facts stored so have to be upgraded before they are read. */
  static boolean needed(String type, String version) {
    return STEPS.containsKey(new Stored(type, Integer.parseInt(version)));
  }

  /** The payload as it would be written now. */
  static ObjectNode upgrade(String type, String version, ObjectNode payload) {
    ObjectNode upgraded = payload;
    int from = Integer.parseInt(version);
    for (UnaryOperator<ObjectNode> step = STEPS.get(new Stored(type, from));
        step != null;
        step = STEPS.get(new Stored(type, from))) {
      upgraded = step.apply(upgraded);
      from++;
    }
    return upgraded;
  }

  /** Before consents were recorded, no mandate waited for any. */
  private static ObjectNode waitsForNobody(ObjectNode payload) {
    payload.putArray("consents");
    return payload;
  }
}
