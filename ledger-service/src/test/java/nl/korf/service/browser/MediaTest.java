package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages keep to what somebody asked of their device, and to the paper they are printed on. */
@ExtendWith(OneSite.class)
class MediaTest {

  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

  private final Site site;

  MediaTest(Site site) {
    this.site = site;
  }

  @Test
  void nothingMovesForWhoeverAskedForThat() {
    assertThat(moving(Site.desk())).as("what is new is marked").isPositive();
    assertThat(moving(Site.desk().setReducedMotion(ReducedMotion.REDUCE))).isZero();
  }

  /** How many things move on a page where something has just changed. */
  private int moving(NewContextOptions options) {
    try (Visitor visitor = site.visitor(options)) {
      visitor.open("/");
      visitor.page().evaluate("() => document.querySelector('.lead').classList.add('fresh')");
      return ((Number) visitor.page().evaluate("() => document.getAnimations().length")).intValue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"d-huur-stationskwartier", "d-51-herbestemming-gevangenis"})
  void aDecisionFitsOneSheet(String decision) {
    try (Visitor visitor = site.visitor()) {
      assertThat(visitor.open("/decisions/" + decision)).isEqualTo(200);

      assertThat(sheets(visitor.page())).isEqualTo(1);
    }
  }

  @Test
  void sheetsAreCounted() {
    try (Visitor visitor = site.visitor()) {
      visitor.open("/initiatives");

      assertThat(sheets(visitor.page())).isGreaterThan(1);
    }
  }

  private static long sheets(Page page) {
    byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
    return SHEET.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
  }
}
