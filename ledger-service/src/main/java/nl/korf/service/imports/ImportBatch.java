package nl.korf.service.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.korf.model.Imported.Finding;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.FactJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Facts on their way to a ledger over HTTP.
 *
 * @param facts that do not rest on each other, at most {@link ImportSink#BATCH_FACTS_MAX}
 */
record ImportBatch(List<Item> facts) {

  ImportBatch {
    facts = List.copyOf(facts);
  }

  /**
   * One fact, as the ledger would store it.
   *
   * @param type stored name
   * @param payload without the personal part
   * @param personal texts by component, or null
   * @param source file and line
   * @param key what tells it apart within the set
   */
  record Item(
      String set,
      String source,
      String key,
      String type,
      String version,
      JsonNode payload,
      @Nullable JsonNode personal,
      Instant effectiveAt,
      List<Finding> findings,
      @Nullable Map<String, String> attributes) {

    static Item of(PlannedFact planned) {
      FactJson.Encoded encoded = FactJson.encode(planned.fact());
      return new Item(
          planned.set(),
          planned.source(),
          planned.key(),
          encoded.type(),
          encoded.version(),
          ModelJson.mapper().readTree(encoded.payload()),
          encoded.personal() == null ? null : ModelJson.mapper().readTree(encoded.personal()),
          planned.effectiveAt(),
          planned.findings(),
          planned.attributes());
    }

    /**
     * The fact itself.
     *
     * @throws IllegalArgumentException when the payload is no such fact
     */
    PlannedFact planned() {
      byte @Nullable [] texts =
          personal == null ? null : personal.toString().getBytes(StandardCharsets.UTF_8);
      return new PlannedFact(
          FactJson.decode(
              type, version, payload.toString().getBytes(StandardCharsets.UTF_8), texts),
          effectiveAt,
          set,
          source,
          key,
          findings,
          attributes == null ? Map.of() : attributes,
          "",
          Set.of(),
          null);
    }
  }

  /**
   * What became of the facts, in their order.
   *
   * @param outcomes one for each
   */
  record Answer(List<ImportSink.Outcome> outcomes) {
    Answer {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * People of a data set.
   *
   * @param ids theirs in the source
   * @param names as shown, in the same order
   */
  record People(String set, List<String> ids, List<String> names) {
    People {
      ids = List.copyOf(ids);
      names = List.copyOf(names);
    }
  }

  /**
   * What a folder refers to outside itself.
   *
   * @param keys {@code group/tiger-team}, persons by their id in the source
   */
  record References(String set, List<String> keys) {
    References {
      keys = List.copyOf(keys);
    }
  }

  /**
   * What of it exists.
   *
   * @param ledger the ledger's URN
   */
  record Existing(String ledger, List<String> keys) {
    Existing {
      keys = List.copyOf(keys);
    }
  }
}
