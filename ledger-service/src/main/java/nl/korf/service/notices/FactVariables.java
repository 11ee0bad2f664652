package nl.korf.service.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.notices.Touched;
import tools.jackson.databind.JsonNode;

/**
 * What a condition sees of a fact: the envelope, what it touches, and everything in it but the
 * parts that may name people, which are apart and can be erased.
 */
final class FactVariables {

  private FactVariables() {}

  /** The variables of a condition. */
  static Map<String, Object> of(StoredFact stored, RecordedFact fact, Touched touched) {
    return Map.of(
        "type",
        FactTypes.nameOf(fact.fact()),
        "position",
        fact.position(),
        "recordedAt",
        fact.envelope().recordedAt(),
        "effectiveAt",
        fact.envelope().effectiveAt(),
        "actor",
        fact.envelope().actor(),
        "imported",
        fact.envelope().imported() != null,
        "subjects",
        touched.subjects(),
        "fact",
        plain(ModelJson.mapper().readTree(stored.payload())));
  }

  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> members = new LinkedHashMap<>();
      node.properties()
          .forEach(member -> {
            if (!member.getValue().isNull()) {
              members.put(member.getKey(), plain(member.getValue()));
            }
          });
      return members;
    }
    if (node.isArray()) {
      List<Object> elements = new ArrayList<>();
      node.forEach(element -> elements.add(plain(element)));
      return elements;
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.stringValue("");
  }
}
