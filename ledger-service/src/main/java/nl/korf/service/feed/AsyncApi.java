package nl.korf.service.feed;

import java.net.URI;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.FactTypes;
import nl.korf.service.web.WebSettings;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3.0 document: one channel of facts, a message for every sort. */
final class AsyncApi {

  private static final String CHANNEL = "facts";
  private static final String ENVELOPE = "cloudEvent";

  private final String source;

  AsyncApi(String source) {
    this.source = source;
  }

  /**
   * The document.
   *
   * @param base where this ledger answers
   */
  ObjectNode document(String base) {
    ObjectNode document = ModelJson.mapper().createObjectNode();
    document.put("asyncapi", "3.0.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Korf: the facts of a decision ledger");
    info.put("version", WebSettings.API_VERSION);
    info.put(
        "description",
        "Every fact as an event of CloudEvents 1.0 by the NL GOV profile, in order of position.");
    info.putObject("license").put("name", "EUPL-1.2").put("url", "https://eupl.eu/1.2/en/");
    URI address = URI.create(base);
    ObjectNode server = document.putObject("servers").putObject("ledger");
    server.put("host", address.getAuthority());
    server.put("protocol", address.getScheme());
    ObjectNode channel = document.putObject("channels").putObject(CHANNEL);
    channel.put("address", "/v1/facts");
    channel.put(
        "description",
        "Accept: text/event-stream streams, application/cloudevents-batch+json gives a batch and"
            + " waits with wait=. after= or Last-Event-ID: the last position known.");
    ObjectNode messages = channel.putObject("messages");
    ObjectNode components = document.putObject("components");
    ObjectNode described = components.putObject("messages");
    FactSchemas.names()
        .forEach(name -> {
          messages.putObject(name).put("$ref", "#/components/messages/" + name);
          message(described.putObject(name), name, base);
        });
    envelope(components.putObject("schemas").putObject(ENVELOPE));
    ObjectNode receive = document.putObject("operations").putObject("receiveFacts");
    receive.put("action", "send");
    receive.put("summary", "The ledger tells every fact, at least once, in order");
    receive.putObject("channel").put("$ref", "#/channels/" + CHANNEL);
    return document;
  }

  private static void message(ObjectNode message, String name, String base) {
    message.put("name", FactEvents.typeOf(name));
    message.put("title", name + " " + FactTypes.version(name));
    message.put("contentType", "application/cloudevents+json");
    ObjectNode payload = message.putObject("payload");
    payload.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + ENVELOPE);
    ObjectNode members = payload.putObject("properties");
    members.putObject("type").put("const", FactEvents.typeOf(name));
    members.putObject("data").put("$ref", FactEvents.schemaOf(name, base));
  }

  private void envelope(ObjectNode envelope) {
    envelope.put("type", "object");
    ObjectNode members = envelope.putObject("properties");
    members.putObject("specversion").put("const", "1.0");
    members.putObject("id").put("type", "string").put("pattern", "^[0-9]+$");
    members.putObject("source").put("const", source);
    members.putObject("type").put("type", "string");
    members.putObject("subject").put("type", "string");
    members.putObject("time").put("type", "string").put("format", "date-time");
    members.putObject("sequence").put("type", "string").put("pattern", "^[0-9]{19}$");
    members.putObject("datacontenttype").put("const", "application/json");
    members.putObject("dataschema").put("type", "string").put("format", "uri");
    members.putObject("dataref").put("type", "string").put("format", "uri");
    members.putObject("data").put("type", "object");
    var required = envelope.putArray("required");
    for (String member : new String[] {"specversion", "id", "source", "type", "time", "sequence"}) {
      required.add(member);
    }
  }
}
