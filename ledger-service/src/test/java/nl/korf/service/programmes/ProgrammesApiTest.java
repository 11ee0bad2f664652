package nl.korf.service.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import nl.korf.service.testing.EstateOverHttp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every example of the description, sent; and what is read afterwards. */
class ProgrammesApiTest {

  @Test
  void theExamplesOfTheDescriptionAreAcceptedAndRead() {
    try (EstateOverHttp estate = new EstateOverHttp()) {
      estate.example("/programmes", "programme", "programme-2026");
      estate.example("/programmes/{programme}/inclusions", "programme", "programme-2026");
      assertThat(estate.read("/v1/programmes/programme-2026/initiatives").path("items")).hasSize(1);
      assertThat(estate.read("/v1/initiatives/new-office/programmes").path("items")).hasSize(1);

      estate.example("/programmes/{programme}/exclusions", "programme", "programme-2026");
      assertThat(estate.read("/v1/programmes/programme-2026/initiatives").path("items")).isEmpty();
      estate.example("/programmes/{programme}/closings", "programme", "programme-2026");

      JsonNode one = estate.read("/v1/programmes/programme-2026");
      assertThat(one.path("closed").booleanValue()).as(one.toString()).isTrue();
      assertThat(one.path("year").intValue()).isEqualTo(2026);
      String year = "/v1/programmes?year=2026&group=housing";
      assertThat(estate.read(year + "&closed=true").path("items")).hasSize(1);
      assertThat(estate.read(year + "&closed=false").path("items")).isEmpty();
      assertThat(estate.read("/v1/programmes/programme-2026/purpose").path("text").stringValue())
          .contains("square metres");

      HttpResponse<String> refused =
          estate.post(
              "/v1/programmes/programme-2026/inclusions", "{\"initiative\": \"new-office\"}");
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("\"code\":\"programme-closed\"");
    }
  }
}
