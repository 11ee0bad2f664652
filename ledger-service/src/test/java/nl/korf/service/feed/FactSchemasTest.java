package nl.korf.service.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import nl.korf.model.ModelJson;
import nl.korf.service.stack.WebLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas against every fact of the example ledger, by a validator of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactSchemasTest {

  private static final String BATCH = "application/cloudevents-batch+json";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final FactSchemas schemas = new FactSchemas();
  private WebLedger ledger;

  @BeforeAll
  void start() {
    ledger = new WebLedger();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  @Test
  void everyFactOfTheExampleIsAsItsSchemaSays() {
    JsonNode batch =
        ModelJson.mapper().readTree(ledger.get("/v1/facts?limit=1000", "Accept", BATCH).body());

    assertThat(batch.size()).isGreaterThan(400);
    for (JsonNode event : batch) {
      assertThat(errors(name(event), event.get("data")))
          .as("%s at %s", event.path("type"), event.path("id"))
          .isEmpty();
    }
  }

  @Test
  void aFactWithoutOrWithMoreThanItsMembersIsFound() {
    JsonNode batch =
        ModelJson.mapper()
            .readTree(ledger.get("/v1/facts?after=5&limit=1", "Accept", BATCH).body());
    ObjectNode data = (ObjectNode) batch.get(0).get("data");
    String name = name(batch.get(0));
    String member = ((ObjectNode) data.get("fact")).propertyNames().iterator().next();

    ObjectNode more = data.deepCopy();
    ((ObjectNode) more.get("fact")).put("unheardOf", 1);
    ObjectNode other = data.deepCopy();
    ((ObjectNode) other.get("fact")).put(member, 1.5);
    ObjectNode none = data.deepCopy();
    none.putObject("fact");

    assertThat(errors(name, data)).isEmpty();
    for (ObjectNode wrong : List.of(more, other, none)) {
      assertThat(errors(name, wrong)).as("%s", wrong).isNotEmpty();
    }
  }

  @Test
  void everySortOfFactHasASchemaThatCanBeFetched() {
    JsonNode sorts = ModelJson.mapper().readTree(ledger.get("/v1/fact-schemas").body());

    assertThat(sorts.size()).isEqualTo((int) FactSchemas.names().count());
    for (JsonNode sort : sorts) {
      String address = sort.path("schema").asString().replace(ledger.address(), "");
      JsonNode schema = ModelJson.mapper().readTree(ledger.get(address).body());
      assertThat(schema.path("$id").asString()).isEqualTo(sort.path("schema").asString());
      assertThat(schema.at("/properties/fact/properties").isEmpty())
          .as(sort.path("name").asString())
          .isFalse();
    }
    assertThat(ledger.get("/v1/fact-schemas/Nothing/1").statusCode()).isEqualTo(404);
    assertThat(ledger.get("/v1/fact-schemas/GroupFormed/99").statusCode()).isEqualTo(404);
  }

  @Test
  void theAsyncApiDocumentHasAMessageForEverySortOfFact() {
    JsonNode document = ModelJson.mapper().readTree(ledger.get("/v1/asyncapi.json").body());

    assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(document.at("/components/messages").propertyNames())
        .containsExactlyInAnyOrderElementsOf(FactSchemas.names().toList());
    document
        .at("/channels/facts/messages")
        .properties()
        .forEach(message ->
            assertThat(
                    document
                        .at(message.getValue().path("$ref").asString().substring(1))
                        .isMissingNode())
                .as(message.getKey())
                .isFalse());
  }

  private String name(JsonNode event) {
    String[] schema = event.path("dataschema").asString().split("/", -1);
    return schema[schema.length - 2];
  }

  private List<String> errors(String name, JsonNode data) {
    Schema schema =
        registry.getSchema(schemas.of(name, "urn:test:" + name).toString(), InputFormat.JSON);
    return schema.validate(data.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }
}
