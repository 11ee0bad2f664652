package nl.korf.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.model.PersonId;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may be sent something is asked when it is sent. */
class ReadingRightsTest {

  @Test
  void whoHoldsNoTokenAnyMoreIsSentNothingWhereReadingIsNotOpen() {
    try (TestApplication application = TestApplication.start()) {
      PersonId person = known(application);
      ReadingRights rights = application.part(ReadingRights.class);
      assertThat(rights.mayRead(person)).isFalse();

      JsonNode token =
          json(
              application.post(
                  "/v1/tokens",
                  "{\"label\":\"test\",\"person\":\"" + person + "\",\"rights\":[]}"));
      assertThat(rights.mayRead(person)).isTrue();

      String id = token.required("token").stringValue();
      assertThat(application.post("/v1/tokens/" + id + "/revocations", "{}").statusCode())
          .isEqualTo(201);
      assertThat(rights.mayRead(person)).isFalse();
    }
  }

  @Test
  void whereReadingIsOpenOnlyWhoWasErasedIsSentNothing() {
    try (TestApplication application = TestApplication.start("korf.reading=open")) {
      ReadingRights rights = application.part(ReadingRights.class);

      assertThat(rights.mayRead(known(application))).isTrue();
      assertThat(rights.mayRead(new PersonId("p-nobody"))).isFalse();
    }
  }

  private static PersonId known(TestApplication application) {
    return application
        .part(Directory.class)
        .register(UUID.randomUUID(), "Voorbeeldpersoon Vier", null);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ModelJson.mapper().readTree(answer.body());
  }
}
