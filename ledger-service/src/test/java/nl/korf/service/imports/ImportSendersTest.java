package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import nl.korf.model.ModelJson;
import nl.korf.service.testing.Browser;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.multipart.MultipartFile;

/** Who may send a folder by browser, and how it has to be sent. */
class ImportSendersTest {

  private static final String BOUNDARY = "between-the-parts";

  @TempDir Path temporary;

  private TestApplication application;

  @BeforeEach
  void start() {
    application = TestApplication.start();
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void onlyARegistrarMay() {
    String address =
        application
            .post("/v1/people", "{\"name\":\"Ann\"}")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String id = address.substring(address.lastIndexOf('/') + 1);
    String secret =
        ModelJson.mapper()
            .readTree(
                application
                    .post(
                        "/v1/tokens",
                        "{\"label\":\"ann\",\"person\":\"%s\",\"rights\":[]}".formatted(id))
                    .body())
            .path("secret")
            .asString();
    List<MultipartFile> files = Sent.folder(Folder.sound(temporary).path());

    HttpResponse<String> refused =
        application.send(
            application
                .request("/import")
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(Sent.form(BOUNDARY, files, "set", "tigers"))));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(
            application
                .send(
                    application
                        .request("/import?lang=en")
                        .header("Authorization", "Bearer " + secret)
                        .GET())
                .body())
        .contains("Only a registrar can import")
        .doesNotContain("type=\"file\"");
    assertThat(application.send(application.request("/import").GET()).statusCode()).isEqualTo(401);
  }

  @Test
  void aBrowserSendsTheFormAsItStands() {
    try (Browser browser = new Browser(application.address("/"))) {
      browser.submit("/sign-in", "/sign-in", "token", application.token());
      List<MultipartFile> files = Sent.folder(Folder.sound(temporary).path());

      HttpResponse<String> sent =
          browser.submitFiles(
              "/import", "/import", BOUNDARY, csrf -> Sent.form(BOUNDARY, files, "_csrf", csrf));

      assertThat(sent.statusCode()).isEqualTo(422);
      assertThat(sent.body()).contains("Geef de set een naam");
      assertThat(
              browser
                  .submitFiles(
                      "/import",
                      "/import",
                      BOUNDARY,
                      csrf -> Sent.form(BOUNDARY, files, "_csrf", csrf, "set", "tigers"))
                  .statusCode())
          .isEqualTo(302);
      // the control: without the secret of the form it is another site that sends
      assertThat(
              browser
                  .submitFiles(
                      "/import",
                      "/import",
                      BOUNDARY,
                      _ -> Sent.form(BOUNDARY, files, "set", "tigers"))
                  .statusCode())
          .isEqualTo(403);
    }
  }
}
