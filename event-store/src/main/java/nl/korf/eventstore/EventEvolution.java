package nl.korf.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How facts of an old version are read as the current one: functions on the JSON tree, from one
 * version of a type to its next, chained. Applied whenever the store reads for its own sourcing and
 * streaming; the stored bytes are never touched. Immutable.
 */
public final class EventEvolution {

  private static final EventEvolution NONE = new EventEvolution(Map.of());

  private final Map<Stored, Step> steps;

  private EventEvolution(Map<Stored, Step> steps) {
    this.steps = Map.copyOf(steps);
  }

  /** No type has an older version. */
  public static EventEvolution none() {
    return NONE;
  }

  /**
   * This evolution with one more step.
   *
   * @throws IllegalArgumentException when that version of that type already has a next one, or when
   *     the step would lead back to a version it came from
   */
  public EventEvolution with(String type, String from, String to, UnaryOperator<JsonNode> change) {
    Map<Stored, Step> more = new HashMap<>(steps);
    if (more.putIfAbsent(new Stored(type, from), new Step(to, change)) != null) {
      throw new IllegalArgumentException(type + "#" + from + " already has a next version");
    }
    if (current(type, to).equals(from)) {
      throw new IllegalArgumentException(type + "#" + from + " would evolve in a circle");
    }
    return new EventEvolution(more);
  }

  boolean isNone() {
    return steps.isEmpty();
  }

  /** The version in which facts stored as {@code type#version} are read. */
  public String current(String type, String version) {
    String current = version;
    Step step = steps.get(new Stored(type, current));
    while (step != null) {
      current = step.to();
      step = steps.get(new Stored(type, current));
    }
    return current;
  }

  /** The fact as it reads in the current version: header, hash and metadata stay as stored. */
  public StoredFact evolve(StoredFact fact) {
    @Nullable Step step = steps.get(new Stored(fact.type(), fact.version()));
    if (step == null) {
      return fact;
    }
    JsonNode tree = JsonMapper.shared().readTree(fact.payload());
    String version = fact.version();
    for (; step != null; step = steps.get(new Stored(fact.type(), version))) {
      tree = step.change().apply(tree);
      version = step.to();
    }
    return read(fact, version, JsonMapper.shared().writeValueAsBytes(tree));
  }

  private static StoredFact read(StoredFact fact, String version, byte[] payload) {
    return new StoredFact(
        fact.position(),
        fact.eventId(),
        fact.type(),
        version,
        fact.recordedAt(),
        fact.tags(),
        payload,
        fact.metadata(),
        fact.header(),
        fact.leafHash(),
        fact.personal());
  }

  private record Stored(String type, String version) {}

  private record Step(String to, UnaryOperator<JsonNode> change) {}
}
