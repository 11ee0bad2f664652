package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map by keyboard, and what is told of it aloud. */
@ExtendWith(OneSite.class)
class MapKeysTest {

  private static final String HEARD = "() => document.querySelector('#map-say').textContent";

  /** What is drawn, once two more frames were. */
  private static final String DRAWN =
      """
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
        done(document.querySelector("#map canvas").toDataURL()))))
      """;

  private final Site site;

  MapKeysTest(Site site) {
    this.site = site;
  }

  @Test
  void arrowsGoToWhatIsNearSayItAndEnterOpensIt() {
    try (Visitor visitor = site.visitor()) {
      visitor.open("/");
      KeyboardTest.tabTo(visitor, "#map");
      assertThat(visitor.page().evaluate(HEARD)).isEqualTo("");

      String first = heardAfter(visitor, "ArrowRight");
      String second = heardAfter(visitor, "ArrowDown");

      assertThat(first).isNotBlank();
      assertThat(second).isNotBlank().isNotEqualTo(first);
      assertThat(visitor.first("#map-say").getAttribute("aria-live")).isEqualTo("polite");
      assertThat(visitor.first("#map-card").isVisible()).isTrue();
      String name = visitor.first(".map-card-name").innerText();
      assertThat(second).startsWith(name);

      visitor.leave(() -> visitor.page().keyboard().press("Enter"));
      assertThat(visitor.first("main h1").innerText()).isEqualTo(name);
      visitor.requireNoFaults();
    }
  }

  @Test
  void plusMinusAndNoughtChangeWhatIsInSight() {
    try (Visitor visitor = site.visitor()) {
      visitor.open("/");
      KeyboardTest.tabTo(visitor, "#map");
      Object whole = visitor.page().evaluate(DRAWN);

      Object near = drawnAfter(visitor, "+");
      Object nearer = drawnAfter(visitor, "+");
      Object near2 = drawnAfter(visitor, "-");
      Object again = drawnAfter(visitor, "0");

      assertThat(near).isNotEqualTo(whole);
      assertThat(nearer).isNotEqualTo(near);
      assertThat(near2).isNotEqualTo(nearer);
      assertThat(again).isEqualTo(whole);
    }
  }

  @Test
  void theSliderSaysItsMoment() {
    try (Visitor visitor = site.visitor()) {
      visitor.open("/");

      visitor.first("#map-slider").focus();
      visitor.page().keyboard().press("Home");

      assertThat(visitor.first("#map-slider").getAttribute("aria-valuetext")).contains("2023");
      visitor.page().waitForURL(address -> address.contains("on=2023-"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, false",
    "/?lang=en, false",
    "/?at=300, false",
    "/?on=2025-03-01T10:00:00Z, false",
    "/, true",
    "/?lang=en, true",
    "/?at=300, true"
  })
  void theSliderIsInSightOnADesk(String address, boolean signedIn) {
    try (Visitor visitor = site.visitor()) {
      if (signedIn) {
        visitor.signIn(Site.OFFICER);
      }
      visitor.open(address);

      BoundingBox box = Objects.requireNonNull(visitor.first("#map-slider").boundingBox());
      assertThat(box.y + box.height).isLessThanOrEqualTo(900);
      assertThat(box.height).isGreaterThanOrEqualTo(24);
    }
  }

  private static String heardAfter(Visitor visitor, String key) {
    visitor.page().keyboard().press(key);
    return String.valueOf(visitor.page().evaluate(HEARD));
  }

  private static Object drawnAfter(Visitor visitor, String key) {
    visitor.page().keyboard().press(key);
    return visitor.page().evaluate(DRAWN);
  }
}
