package nl.korf.service.web;

import java.util.List;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactJson;
import tools.jackson.databind.JsonNode;

/**
 * What a command would record if it were sent now; nothing was recorded.
 *
 * @param facts in order; empty: nothing has to change
 */
public record Foreseen(List<ForeseenFact> facts) {

  public Foreseen {
    facts = List.copyOf(facts);
  }

  /**
   * A fact that would be recorded.
   *
   * @param data its open part
   */
  public record ForeseenFact(String type, JsonNode data) {

    static ForeseenFact of(Fact fact) {
      FactJson.Encoded encoded = FactJson.encode(fact);
      return new ForeseenFact(encoded.type(), ModelJson.mapper().readTree(encoded.payload()));
    }
  }

  static Foreseen of(List<Fact> facts) {
    return new Foreseen(facts.stream().map(ForeseenFact::of).toList());
  }
}
