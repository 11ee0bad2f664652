package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Objects;
import nl.korf.service.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is changed after it was signed is found by hashing everything anew. */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class VerificationTest {

  private final AuditLab lab = new AuditLab();
  private long size;

  @BeforeEach
  void sign() {
    size = lab.signed(lab.record("a", 4)).size();
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aLedgerNobodyTouchedIsVerified() {
    assertThat(verified()).isNull();
    assertThat(lab.progress().difference()).isNull();
    Verifications.Run run = lab.application().part(Verifications.class).latest().orElseThrow();
    assertThat(run.done()).isEqualTo(run.upTo()).isGreaterThanOrEqualTo(size);
  }

  /** Changes and takes back, one after another, so that one ledger serves for all. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a row is edited ~ 3 ~ payload ~ update ledger.event set payload = set_byte(payload, 9, get_byte(payload, 9) # 1) where position = 3",
        "a row goes ~ 3 ~ pos ~ delete from ledger.event where position = 3",
        "the last row goes ~ 0 ~ pos ~ delete from ledger.event where position = (select max(position) from ledger.event)",
        "a row is rewritten with its hashes ~ 0 ~ checkpoint ~ update ledger.event set version = '2', header = convert_to(replace(convert_from(header, 'UTF8'), '\"rev\":\"1\"', '\"rev\":\"2\"'), 'UTF8') where position = 3; update ledger.event set leaf_hash = sha256('\\x00'::bytea || header) where position = 3",
        "a checkpoint is rewritten ~ 0 ~ checkpoint ~ update audit.checkpoint set root = sha256('x') where size = (select max(size) from audit.checkpoint)",
        "a tile is swapped ~ 2 ~ tile/0/000 ~ update audit.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where level = 0",
        "the keys go ~ 0 ~ signature ~ delete from audit.signing_key"
      })
  void whatWasChangedIsNamed(String what, long position, String part, String change) {
    lab.tamper(change);

    Difference found = Objects.requireNonNull(verified(), what);

    assertThat(found.part()).isEqualTo(part);
    if (position > 0) {
      assertThat(found.position()).isEqualTo(position);
    }
    assertThat(lab.stopped()).isNotNull();
    assertThat(lab.health()).isEqualTo("DOWN");
  }

  @Test
  void aStopIsLiftedWhenTheRightDataAreBack() {
    String flip =
        "update ledger.event set payload = set_byte(payload, 9, get_byte(payload, 9) # 1)"
            + " where position = 3";
    lab.tamper(flip);
    assertThat(verified()).isNotNull();
    long head = lab.record("later");
    lab.tamper(flip);

    assertThat(verified()).isNull();

    assertThat(lab.signed(head).size()).isGreaterThanOrEqualTo(head);
    assertThat(lab.health()).isEqualTo("UP");
  }

  @Test
  void thePageShowsHowItStandsAndStartsARun() {
    try (Browser browser = new Browser(lab.application().address("/"))) {
      browser.submit("/sign-in", "/sign-in", "token", lab.application().token());
      HttpResponse<String> begun = browser.submit("/audit", "/audit/verifications");
      assertThat(begun.statusCode()).isEqualTo(302);
      AuditLab.patiently()
          .until(() -> browser.open("/audit?lang=en").body().contains("are what was recorded"));
      String page = browser.open("/audit?lang=en").body();
      assertThat(page).contains("Everything was read, hashed anew and signed").doesNotContain("??");
      String hash =
          lab.application()
              .get("/v1/ledger")
              .body()
              .replaceAll("(?s).*\"viewHash\":\"([0-9a-f]{8}).*", "$1");
      assertThat(browser.open("/audit?lang=en&hash=" + hash).body()).contains("you see the same");
      assertThat(browser.open("/audit?lang=en&hash=00000000").body())
          .contains("you do not see the same");
      assertThat(browser.open("/audit?lang=en&hash=%3Cb%3E").body()).contains("No hash");
      assertThat(
              browser.open("/audit/proof?position=2").headers().firstValue("Location").orElse(""))
          .endsWith("/v1/facts/2/proof");
      lab.tamper(
          "update ledger.event set payload = set_byte(payload, 9, get_byte(payload, 9) # 1)"
              + " where position = 3");
      browser.submit("/audit", "/audit/verifications");
      lab.stopped();
      assertThat(browser.open("/audit?lang=en").body()).contains("At position 3, payload differs");
    }
  }

  private @Nullable Difference verified() {
    Verifications verifications = lab.application().part(Verifications.class);
    long before = runs();
    verifications.start("test");
    AuditLab.patiently()
        .until(() -> runs() > before && verifications.latest().orElseThrow().finishedAt() != null);
    return verifications.latest().orElseThrow().difference();
  }

  private long runs() {
    return Objects.requireNonNull(
        lab.owner().sql("select count(*) from audit.verification").query(Long.class).single());
  }
}
