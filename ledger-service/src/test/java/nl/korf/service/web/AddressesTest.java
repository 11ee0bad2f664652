package nl.korf.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AddressesTest {

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
  void theLedgerSaysWhatItIs() {
    HttpResponse<String> answer = application.get("/v1/ledger");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"example\":false");
  }
}
