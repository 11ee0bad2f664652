package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import nl.korf.model.ModelJson;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an import over HTTP may ask, from outside. */
class ImportRequestsTest {

  private static final String FACTS = "/v1/import-batches";
  private static final String PEOPLE = "/v1/import-batches/people";
  private static final String REFERENCES = "/v1/import-batches/references";
  private static final String PERSON = "{\"person\":\"p-%s\",\"team\":false}";

  private static TestApplication application;

  @BeforeAll
  static void start() {
    application = TestApplication.start();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void aBatchWithOneBadItemRecordsNothingAndNamesEveryBadOne() {
    String sound = item("people.csv:1", "PersonRegistered", PERSON.formatted("sound"));
    long before = head();

    JsonNode refused =
        refused(
            FACTS,
            "{\"facts\":[%s,%s,%s,%s]}"
                .formatted(
                    sound,
                    item("no-line", "PersonRegistered", PERSON.formatted("a")),
                    item("people.csv:first", "PersonRegistered", PERSON.formatted("b")),
                    item("people.csv:4", "PersonRegistered", "{\"person\":\"p-c\"}")));

    assertThat(fields(refused)).containsExactly("facts/1/source", "facts/2/source", "facts/3");
    assertThat(refused.toString()).doesNotContain("{problem}");
    assertThat(head()).isEqualTo(before);
    assertThat(application.post(FACTS, "{\"facts\":[" + sound + "]}").statusCode()).isEqualTo(200);
    assertThat(head()).isEqualTo(before + 1);
  }

  /** With it, a real ledger would be taken for an example. */
  @Test
  void theFoundingOfALedgerIsNoHistoryFromElsewhere() {
    String founding = "{\"ledger\":\"urn:other\",\"name\":\"Other\",\"example\":true}";

    JsonNode refused =
        refused(FACTS, "{\"facts\":[" + item("x.csv:1", "LedgerFounded", founding) + "]}");

    assertThat(fields(refused)).containsExactly("facts/0/type");
  }

  @Test
  void listsHaveAnEndAndKeysAreThoseOfSomething() {
    String many = String.join(",", Collections.nCopies(ImportSink.KEYS_MAX + 1, "\"group/a\""));

    assertThat(fields(refused(REFERENCES, "{\"set\":\"s\",\"keys\":[" + many + "]}")))
        .containsExactly("keys");
    assertThat(fields(refused(REFERENCES, "{\"set\":\"s\",\"keys\":[\"group/a\",\"b\"]}")))
        .containsExactly("keys/1");
    assertThat(fields(refused(PEOPLE, "{\"set\":\"s\",\"ids\":[" + many + "],\"names\":[]}")))
        .containsExactly("ids");
    assertThat(
            fields(
                refused(
                    PEOPLE,
                    "{\"set\":\"s\",\"ids\":[\"a\"],\"names\":[\"%s\"]}"
                        .formatted("x".repeat(201)))))
        .containsExactly("names/0");
    assertThat(
            application
                .post(REFERENCES, "{\"set\":\"s\",\"keys\":[\"group/a\",\"person/b\"]}")
                .statusCode())
        .isEqualTo(200);
  }

  private static String item(String source, String type, String payload) {
    return """
    {"set":"s","source":"%s","key":"%s","type":"%s","version":"1","payload":%s,\
    "effectiveAt":"2020-01-01T00:00:00Z","findings":[]}\
    """
        .formatted(source, source, type, payload);
  }

  private static JsonNode refused(String path, String json) {
    return ProblemAnswer.of(application.post(path, json), 422, "value-malformed");
  }

  private static List<String> fields(JsonNode problem) {
    return problem
        .get("reasons")
        .valueStream()
        .map(reason -> reason.at("/values/field").stringValue())
        .toList();
  }

  private static long head() {
    return ModelJson.mapper()
        .readTree(application.get("/v1/facts?limit=1000").body())
        .get("items")
        .size();
  }
}
