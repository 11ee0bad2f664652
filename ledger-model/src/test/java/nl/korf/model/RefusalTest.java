package nl.korf.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.Refused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

  private static final Path DOCUMENT =
      Path.of(System.getProperty("korf.root", ".."), "docs", "refusals.md");

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void everyRefusalSpeaksBothLanguagesWithTheSameValues(Refusal refusal) {
    assertThat(Wording.in("nl").messageTemplate(refusal)).isNotBlank().endsWith(".");
    assertThat(Wording.in("en").messageTemplate(refusal)).isNotBlank().endsWith(".");
    assertThat(Wording.in("nl").nextTemplate(refusal)).isNotBlank().endsWith(".");
    assertThat(Wording.in("en").nextTemplate(refusal)).isNotBlank().endsWith(".");
    assertThat(Wording.in("nl").names(refusal)).isEqualTo(Wording.in("en").names(refusal));
    assertThat(Refusal.withCode(refusal.code())).contains(refusal);
  }

  /** Refusals of a delegation proper, where the word is the law's own (Awb 10:13). */
  private static final Set<Refusal> OF_DELEGATION =
      EnumSet.of(
          Refusal.POWER_DELEGATED,
          Refusal.DELEGATE_NOT_A_BODY,
          Refusal.DELEGATION_STANDS_ALONE,
          Refusal.DELEGATE_SUBORDINATE,
          Refusal.DELEGATION_WITHOUT_BASIS,
          Refusal.DELEGATION_CONDITIONED,
          Refusal.DELEGATED_AWAY);

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void noSentenceSpeaksOfDelegatingWhatIsMandated(Refusal refusal) {
    String all =
        Wording.in("nl").messageTemplate(refusal)
            + Wording.in("nl").nextTemplate(refusal)
            + Wording.in("en").messageTemplate(refusal)
            + Wording.in("en").nextTemplate(refusal);
    if (OF_DELEGATION.contains(refusal)) {
      assertThat(refusal.source()).contains("Awb 10:1").doesNotContain("M2", "M3");
    } else {
      assertThat(all.toLowerCase(Locale.ROOT)).doesNotContain("delegat", "delegeer");
    }
  }

  @Test
  void aSentenceNamesTheFactInTheWayAndTheNextStep() {
    Reason reason =
        Reason.of(
            Refusal.MANDATE_REVOKED,
            "decision",
            "d-17",
            "mandate",
            "m-4",
            "holder",
            "person:alice",
            "position",
            "8121",
            "since",
            "2026-03-01T23:30:00Z",
            "grantor",
            "role:director",
            "above",
            "m-1");

    assertThat(reason.message("en"))
        .isEqualTo(
            "Cannot take decision d-17: mandate m-4 of person:alice was revoked at position 8121"
                + " (2026-03-02).");
    assertThat(reason.next("en")).isEqualTo("Ask role:director (m-1) to decide or to grant anew.");
    assertThat(reason.message("nl"))
        .isEqualTo(
            "Besluit d-17 kan niet worden genomen: mandaat m-4 van person:alice is ingetrokken op"
                + " positie 8121 (2026-03-02).");
  }

  @Test
  void anAmountReadsInTheLanguageOfItsSentence() {
    Reason reason = Reason.of(Refusal.LIMIT_WIDER, "parentLimit", "<= EUR 1.00 excl. VAT");

    assertThat(reason.next("en")).isEqualTo("Stay within <= EUR 1.00 excl. VAT.");
    assertThat(reason.next("nl")).isEqualTo("Blijf binnen <= EUR 1.00 excl. btw.");
  }

  @Test
  void aValueThatWasNotGivenIsShownAsMissing() {
    assertThat(Reason.of(Refusal.GROUP_UNKNOWN).message("en"))
        .isEqualTo("There is no group – in this ledger.");
  }

  @Test
  void allThatIsWrongIsReportedInOrderOfPrecedence() {
    Refused refused =
        new Refused(
            List.of(
                new Reason(Refusal.LIMIT_WIDER, Map.of("category", "works")),
                new Reason(Refusal.POWER_UNKNOWN, Map.of("power", "p")),
                new Reason(Refusal.LIMIT_WIDER, Map.of("category", "services"))));

    assertThat(refused.refusal()).isEqualTo(Refusal.POWER_UNKNOWN);
    assertThat(refused.reasons())
        .extracting(reason -> reason.refusal().code() + reason.values().values())
        .containsExactly("power-unknown[p]", "limit-wider[services]", "limit-wider[works]");
  }

  @ParameterizedTest
  @CsvSource({
    "MANDATE_UNKNOWN, mandate-unknown, 404",
    "MANDATE_ID_TAKEN, mandate-id-taken, 409",
    "NOT_IN_OWNER_GROUP, not-in-owner-group, 403",
    "LIMIT_WIDER, limit-wider, 422",
    "OVER_LIMIT, over-limit, 403"
  })
  void aCodeAndItsStatusAreStable(Refusal refusal, String code, int status) {
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.answer().status()).isEqualTo(status);
  }

  @Test
  void theDocumentListsEveryRefusalAsItIs() throws IOException {
    String expected =
        Arrays.stream(Refusal.values()).map(RefusalTest::row).collect(Collectors.joining("\n"));
    String document = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
    String rows =
        document.lines().filter(line -> line.startsWith("| `")).collect(Collectors.joining("\n"));

    assertThat(rows)
        .as("rows of docs/refusals.md; they should be:%n%s%n", expected)
        .isEqualTo(expected);
  }

  private static String row(Refusal refusal) {
    Wording en = Wording.in("en");
    Wording nl = Wording.in("nl");
    return "| `%s` | %d | %s | %s *%s* | %s *%s* |"
        .formatted(
            refusal.code(),
            refusal.answer().status(),
            refusal.source().isEmpty() ? refusal.ruleSet() : refusal.source(),
            en.messageTemplate(refusal).replace("|", "\\|"),
            en.nextTemplate(refusal).replace("|", "\\|"),
            nl.messageTemplate(refusal).replace("|", "\\|"),
            nl.nextTemplate(refusal).replace("|", "\\|"));
  }
}
