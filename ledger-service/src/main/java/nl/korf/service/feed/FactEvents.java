package nl.korf.service.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.RecordedFact;
import nl.korf.service.founding.Ledger;
import nl.korf.service.kernel.LedgerFacts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts as events (CloudEvents 1.0.2, JSON event format, by the NL GOV profile). Attributes name
 * identifiers only; the data is the payload in its present version, with markers in the place of
 * what is personal.
 */
@Component
public final class FactEvents {

  /** Most bytes of an event (NL GOV profile); beyond, the data is referred to. */
  static final int EVENT_BYTES_MAX = 64 << 10;

  private static final String TYPE_PREFIX = "nl.korf.";

  /** What an event is about where a fact names several: the first of these. */
  private static final List<String> SUBJECTS =
      List.of(
          "decision",
          "dissent-on",
          "signature-on",
          "round",
          "in-round",
          "mandate",
          "directive",
          "initiative",
          "programme",
          "rule",
          "group",
          "role",
          "body",
          "power",
          "person");

  private static final Map<String, String> KINDS =
      Map.of("dissent-on", "decision", "signature-on", "decision", "in-round", "round");

  private final String source;

  FactEvents(Ledger ledger, FeedSettings settings) {
    this.source =
        settings.oin() == null
            ? ledger.urn()
            : "urn:nld:oin:%s:systeem:%s".formatted(settings.oin(), settings.system());
  }

  /** Where events of this ledger come from; never changes while the operator changes nothing. */
  public String source() {
    return source;
  }

  /** The type of events about facts of this stored name, {@code nl.korf.mandate-granted.v1}. */
  public static String typeOf(String fact) {
    String words = fact.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return TYPE_PREFIX + words + ".v" + FactTypes.version(fact);
  }

  /** Where the schema of the data of facts of this stored name is. */
  public static String schemaOf(String fact, String base) {
    return base + "/v1/fact-schemas/" + fact + "/" + FactTypes.version(fact);
  }

  /**
   * One fact.
   *
   * @param base where this ledger answers, without a slash at the end
   */
  public ObjectNode of(StoredFact stored, String base) {
    RecordedFact fact = LedgerFacts.recorded(stored);
    String name = FactTypes.nameOf(fact.fact());
    ObjectNode event = ModelJson.mapper().createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", Long.toString(stored.position()));
    event.put("source", source);
    event.put("type", typeOf(name));
    String subject = subject(stored.tags());
    if (!subject.isEmpty()) {
      event.put("subject", subject);
    }
    event.put("time", stored.recordedAt().toString());
    // texts of one length sort as numbers do
    event.put("sequence", "%019d".formatted(stored.position()));
    event.put("datacontenttype", "application/json");
    event.put("dataschema", schemaOf(name, base));
    event.set("data", data(fact));
    return ModelJson.mapper().writeValueAsBytes(event).length <= EVENT_BYTES_MAX
        ? event
        : referring(event, stored.position(), base);
  }

  private static ObjectNode data(RecordedFact fact) {
    Envelope envelope = fact.envelope();
    ObjectNode data = ModelJson.mapper().createObjectNode();
    data.put("position", fact.position());
    data.put("recordedAt", envelope.recordedAt().toString());
    data.put("effectiveAt", envelope.effectiveAt().toString());
    data.put("actor", envelope.actor());
    if (envelope.onBehalfOf() != null) {
      data.put("onBehalfOf", envelope.onBehalfOf());
    }
    if (envelope.cause() != null) {
      data.put("cause", envelope.cause());
    }
    data.set("fact", ModelJson.mapper().readTree(FactJson.encode(fact.fact()).payload()));
    return data;
  }

  private static ObjectNode referring(ObjectNode event, long position, String base) {
    event.remove("data");
    event.put("dataref", base + "/v1/facts/" + position);
    return event;
  }

  private static String subject(List<String> tags) {
    for (String key : SUBJECTS) {
      for (String tag : tags) {
        if (tag.startsWith(key + "=")) {
          return KINDS.getOrDefault(key, key) + ":" + tag.substring(key.length() + 1);
        }
      }
    }
    return "";
  }
}
