package nl.korf.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import nl.korf.model.ModelJson;
import nl.korf.model.view.ViewHash;
import nl.korf.service.testing.Browser;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A browser that shows a token once and is known until it signs out or the token ends. */
class BrowserSessionTest {

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
  void aTokenSignsABrowserInAndNothingIsShownBefore() {
    try (Browser browser = browser()) {
      assertThat(browser.open("/").headers().firstValue("Location")).hasValue("/sign-in");

      HttpResponse<String> signedIn = signIn(browser, application.token());

      assertThat(signedIn.statusCode()).isEqualTo(302);
      assertThat(browser.open("/").statusCode()).isEqualTo(200);
      assertThat(browser.open("/").body()).contains("registrar:first-run");
    }
  }

  @Test
  void theSessionIsNewAtSignInAndOutOfReachOfScripts() {
    try (Browser browser = browser()) {
      browser.open("/sign-in");
      String before = browser.session().map(HttpCookie::getValue).orElse("none");

      HttpResponse<String> signedIn = signIn(browser, application.token());

      assertThat(browser.session().map(HttpCookie::getValue).orElse("none")).isNotEqualTo(before);
      assertThat(signedIn.headers().allValues("Set-Cookie"))
          .anySatisfy(cookie ->
              assertThat(cookie).contains("korf-session=", "HttpOnly", "SameSite=Strict"));
    }
  }

  /** The control is the application of the other tests, which answers without TLS. */
  @Test
  void behindTlsTheCookieIsForTlsOnly() {
    try (TestApplication behindTls = TestApplication.start("korf.secure-cookie=true")) {
      assertThat(cookieOf(behindTls)).contains("korf-session=", "Secure");
      assertThat(cookieOf(application)).contains("korf-session=").doesNotContain("Secure");
    }
  }

  private static String cookieOf(TestApplication asked) {
    return asked
        .send(asked.request("/sign-in").header("Accept", "text/html").GET())
        .headers()
        .allValues("Set-Cookie")
        .toString();
  }

  @Test
  void aTokenNobodyHoldsSignsNobodyIn() {
    try (Browser browser = browser()) {
      HttpResponse<String> answer = signIn(browser, "korf_nobody");

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("korf_nobody");
      assertThat(browser.open("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void aChangeFromAnotherSiteIsRefusedAndTheSameFromTheFormIsNot() {
    try (Browser browser = browser()) {
      signIn(browser, application.token());

      HttpResponse<String> forged = browser.forge("/sign-out");

      assertThat(forged.statusCode()).isEqualTo(403);
      assertThat(forged.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(forged.body()).contains("formulier is verlopen");
      assertThat(browser.open("/").statusCode()).as("still signed in").isEqualTo(200);
      assertThat(browser.submit("/", "/sign-out").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void signingInIsNotForAnotherSiteToDoEither() {
    try (Browser browser = browser()) {
      HttpResponse<String> forged = browser.forge("/sign-in", "token", application.token());

      assertThat(forged.statusCode()).isEqualTo(403);
      assertThat(browser.open("/").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void whoSignsOutIsUnknownAgain() {
    try (Browser browser = browser()) {
      signIn(browser, application.token());

      HttpResponse<String> signedOut = browser.submit("/", "/sign-out");

      assertThat(signedOut.headers().firstValue("Location").orElse("")).endsWith("/");
      assertThat(browser.open("/").headers().firstValue("Location")).hasValue("/sign-in");
    }
  }

  /** Their pages name whoever is signed in, and hold the secret of their forms. */
  @Test
  void whatSomebodySignedInIsShownIsKeptNowhere() {
    try (Browser browser = browser()) {
      signIn(browser, application.token());

      HttpResponse<String> now = browser.open("/");
      HttpResponse<String> then =
          browser.open("/?at=1&on=2026-01-01T00:00:00Z&view=" + ViewHash.VIEW_VERSION);

      assertThat(now.body()).contains("_csrf");
      assertThat(now.headers().firstValue("Cache-Control")).hasValue("private, no-store");
      assertThat(then.statusCode()).isEqualTo(200);
      assertThat(then.headers().firstValue("Cache-Control")).hasValue("private, no-store");
      assertThat(then.headers().allValues("Vary").toString()).contains("Cookie");
    }
  }

  @Test
  void theLanguageChosenStaysChosenThroughSigningIn() {
    try (Browser browser = browser()) {
      assertThat(browser.open("/?lang=en").headers().firstValue("Location"))
          .hasValue("/sign-in?lang=en");
      assertThat(browser.open("/sign-in?lang=en").body()).contains("<html lang=\"en\"");

      HttpResponse<String> signedIn =
          browser.submit("/sign-in?lang=en", "/sign-in?lang=en", "token", application.token());

      assertThat(signedIn.headers().firstValue("Location").orElse("")).endsWith("/?lang=en");
    }
  }

  @Test
  void aRevokedTokenEndsItsSessionsAtOnce() {
    try (Browser browser = browser()) {
      JsonNode issued =
          ModelJson.mapper()
              .readTree(
                  application.post("/v1/tokens", "{\"label\":\"browser\",\"rights\":[]}").body());
      signIn(browser, issued.path("secret").asString(""));
      assertThat(browser.open("/").statusCode()).isEqualTo(200);

      application.post("/v1/tokens/" + issued.path("token").asString("") + "/revocations", "{}");

      assertThat(browser.open("/").headers().firstValue("Location")).hasValue("/sign-in");
    }
  }

  /** Nobody is picked in a real ledger, on the page or by header. */
  @Test
  void thereIsNoPickerOfPersonsUnderStart() {
    try (Browser browser = browser()) {
      assertThat(browser.open("/sign-in").body())
          .contains("name=\"token\"")
          .doesNotContain("name=\"person\"");
      assertThat(browser.submit("/sign-in", "/sign-in", "person", "registrar").statusCode())
          .isEqualTo(422);
      assertThat(
              application
                  .send(application.request("/v1/ledger").header("Korf-Person", "registrar").GET())
                  .statusCode())
          .isEqualTo(401);
    }
  }

  private static Browser browser() {
    return new Browser(application.address("/"));
  }

  private static HttpResponse<String> signIn(Browser browser, String token) {
    return browser.submit("/sign-in", "/sign-in", "token", token);
  }
}
