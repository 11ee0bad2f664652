package nl.korf.service.directives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import nl.korf.service.testing.EstateOverHttp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every example of the description, sent; and what is read afterwards. */
class DirectivesApiTest {

  private static final String REPLACE =
      """
      {"directive": "beside-1", "type": "REPLACE", "target": "initiative:new-office",
       "issuer": "body:minister", "act": {"power": "contracts"},
       "legalBasis": {"text": "Awb art. 10:7"}, "expiresAt": "2999-01-01T00:00:00Z",
       "text": "A new office in the south.", "reason": "The north is full.", "by": "p-minister"}
      """;

  private static final String BY_NOBODY =
      """
      {"type": "HOLD", "target": "initiative:new-office", "issuer": "role:r-director",
       "legalBasis": {"text": "Awb art. 10:6"}, "reason": "No.", "by": "p-director"}
      """;

  @Test
  void theExamplesOfTheDescriptionAreAcceptedAndRead() {
    try (EstateOverHttp estate = new EstateOverHttp()) {
      estate.example("/directives", "directive", "hold-1");
      JsonNode standing = estate.read("/v1/directive-standings/initiative:new-office");
      assertThat(standing.path("held").booleanValue()).as(standing.toString()).isTrue();
      assertThat(standing.path("replaced").booleanValue()).isFalse();

      estate.example("/directives/{directive}/extensions", "directive", "hold-1");
      estate.example("/directives/{directive}/replies", "directive", "hold-1");
      estate.example("/directives/{directive}/liftings", "directive", "hold-1");

      JsonNode one = estate.read("/v1/directives/hold-1");
      assertThat(one.path("state").stringValue()).as(one.toString()).isEqualTo("LIFTED");
      assertThat(one.path("extended").booleanValue()).isTrue();
      assertThat(one.path("replies")).hasSize(1);
      JsonNode reply = one.path("replies").get(0);
      assertThat(reply.path("onBehalfOf").stringValue()).isEqualTo("group:housing");
      assertThat(text(estate, "replies/" + reply.path("givenAt").longValue() + "/text"))
          .contains("heard");
      assertThat(text(estate, "reason")).contains("not settled yet");
      lists(estate);
      sideBySide(estate);
      refused(estate);
    }
  }

  private static String text(EstateOverHttp estate, String below) {
    return estate.read("/v1/directives/hold-1/" + below).path("text").stringValue();
  }

  private static void lists(EstateOverHttp estate) {
    String target = "/v1/directives?target=initiative:new-office&issuer=role:r-minister&type=HOLD";
    assertThat(estate.read(target).path("items")).hasSize(1);
    assertThat(estate.read(target + "&inForce=false").path("items")).hasSize(1);
    assertThat(estate.read(target + "&inForce=true").path("items")).isEmpty();
    assertThat(estate.read("/v1/directives/hold-1/replies").path("items")).hasSize(1);
    JsonNode counts = estate.read("/v1/directive-counts?group=housing").path("items");
    assertThat(counts).hasSize(1);
    assertThat(counts.get(0).path("type").stringValue()).isEqualTo("HOLD");
    assertThat(counts.get(0).path("directives").longValue()).isEqualTo(1);
  }

  /** The group's own text stays where it is; the issuer's stands beside it. */
  private static void sideBySide(EstateOverHttp estate) {
    assertThat(estate.post("/v1/directives", REPLACE).statusCode()).isEqualTo(201);
    assertThat(estate.read("/v1/initiatives/new-office/text").path("text").stringValue())
        .contains("north");
    await()
        .untilAsserted(() -> {
          JsonNode texts =
              estate.read("/v1/directive-standings/initiative:new-office").path("texts");
          assertThat(texts).hasSize(2);
          assertThat(estate.read(texts.get(0).path("address").stringValue()).toString())
              .contains("north");
          assertThat(estate.read(texts.get(1).path("address").stringValue()).toString())
              .contains("south");
        });
  }

  private static void refused(EstateOverHttp estate) {
    HttpResponse<String> answer = estate.post("/v1/directives", BY_NOBODY);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"not-above\"", "body:minister");
  }
}
