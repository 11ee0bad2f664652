package nl.korf.service.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Forms of the example ledger, filled in as a browser without scripts does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormPagesTest {

  private static final Pattern LOCATION = Pattern.compile("/recorded/(\\d+)\\?.*");

  private WebLedger ledger;
  private Browser browser;

  @BeforeAll
  void start() {
    ledger = new WebLedger();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  @BeforeEach
  void signIn() {
    browser = new Browser(URI.create(ledger.address()));
    browser.submit("/sign-in", "/sign-in", "person", "registrar");
  }

  @Test
  void whoIsNotSignedInIsAskedWhoTheyAre() {
    HttpResponse<String> answer = ledger.page("/forms/groups");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in");
  }

  @Test
  void aFormIsSentThroughItsRouteAndSaysWhereItWasRecorded() {
    HttpResponse<String> answer =
        send("/forms/groups", "group", "formed-by-form", "name.nl", "Gevormd", "kind", "team");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String recorded = answer.headers().firstValue("Location").orElseThrow();
    Matcher position = LOCATION.matcher(URI.create(recorded).getPath() + "?");
    assertThat(position.matches()).as(recorded).isTrue();
    assertThat(recorded).contains("groups");
    assertThat(browser.open(recorded).body())
        .contains("Groep gevormd", "formed-by-form")
        .doesNotContain("??");
    assertThat(ledger.get("/v1/facts?after=" + (Long.parseLong(position.group(1)) - 1)).body())
        .contains("formed-by-form");
  }

  @Test
  void sentTwiceItIsRecordedOnce() {
    String id = UUID.randomUUID().toString();
    String[] fields = {
      "group", "sent-twice", "name.nl", "Eens", "kind", "team", "idempotencyKey", id
    };

    String first = send("/forms/groups", fields).headers().firstValue("Location").orElseThrow();
    String second = send("/forms/groups", fields).headers().firstValue("Location").orElseThrow();

    assertThat(second).isEqualTo(first);
  }

  @Test
  void whatStandsInTheWayIsToldAndNothingThatWasTypedIsLost() {
    HttpResponse<String> answer =
        send("/forms/groups", "name.nl", "Bestaat al", "kind", "team", "parent", "no-such-group");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Dit staat in de weg", "no-such-group", "Bestaat al")
        .doesNotContain("??");
  }

  @Test
  void whatCannotBeReadIsToldAtItsField() {
    HttpResponse<String> answer =
        send("/forms/rules", "name.nl", "Regel", "spec.rule", "MAJORITY", "spec.period", "lang");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Schrijf een aantal dagen", "id=\"f-spec-period-fault\"");
  }

  @Test
  void consideredItIsAnsweredAndNothingIsRecorded() {
    long before = head();

    HttpResponse<String> answer =
        send("/forms/groups", "name.nl", "Alleen gekeken", "kind", "team", "consider", "1");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("Dit kan", "Groep gevormd", "value=\"Alleen gekeken\"");
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void everyFormOpensInBothLanguages() {
    for (String address : new String[] {"/initiatives", "/mandates", "/rounds", "/decisions"}) {
      for (String language : new String[] {"nl", "en"}) {
        HttpResponse<String> page = browser.open("/forms" + address + "?lang=" + language);
        assertThat(page.statusCode()).as(address).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"" + language + "\"").doesNotContain("??");
      }
    }
    assertThat(browser.open("/forms/nothing-of-the-kind").statusCode()).isEqualTo(404);
  }

  @Test
  void aFormTakesWhatItsAddressSays() {
    assertThat(browser.open("/forms/initiatives?owner=some-group").body())
        .contains("value=\"some-group\"");
  }

  @Test
  void oneMoreRowIsAddedWithoutSending() {
    long before = head();

    HttpResponse<String> answer = send("/forms/rounds", "group", "g", "more", "electorate");

    assertThat(answer.body()).contains("name=\"electorate.1.person\"");
    assertThat(head()).isEqualTo(before);
  }

  private HttpResponse<String> send(String form, String... fields) {
    return browser.submit(form, form, fields);
  }

  private long head() {
    return Long.parseLong(
        ledger.get("/v1/ledger").headers().firstValue("Ledger-Position").orElseThrow());
  }
}
