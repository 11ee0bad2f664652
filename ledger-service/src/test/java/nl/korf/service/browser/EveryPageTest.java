package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of every page is true of every page that a link leads to. */
@ExtendWith(OneSite.class)
class EveryPageTest {

  private final Site site;

  EveryPageTest(Site site) {
    this.site = site;
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void everyPageIsForEverybody(String language) {
    List<String> found = new ArrayList<>();
    try (Visitor registrar = site.visitor()) {
      registrar.signIn(Site.REGISTRAR);
      for (String address : site.pages(language)) {
        assertThat(registrar.open(address)).as(address).isEqualTo(200);
        Promise.broken(registrar.page()).forEach(one -> found.add(address + ": " + one));
      }
      registrar.requireNoFaults();
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyPageShowsWhatItHoldsWithoutScripts() {
    try (Visitor registrar = site.visitor(Site.desk().setJavaScriptEnabled(false))) {
      registrar.signIn(Site.REGISTRAR);
      for (String address : site.pages("nl")) {
        assertThat(registrar.open(address)).as(address).isEqualTo(200);
        assertThat(registrar.first("main h1").isVisible()).as(address).isTrue();
        assertThat(registrar.page().locator("main [hidden] table, main [hidden] form").count())
            .as("hidden without scripts on " + address)
            .isZero();
      }
    }
  }

  @Test
  void theMapIsAPictureWhereItsColumnsDoNotCome() {
    try (Visitor visitor = site.visitor()) {
      visitor.page().route("**/v1/views?*", Route::abort);

      visitor.page().navigate(site.ledger().address() + "/");

      visitor.page().waitForSelector(".map-still");
      assertThat(visitor.first("#map").isVisible()).isFalse();
      assertThat(visitor.first("#map-note").innerText()).isNotBlank();
      assertThat(visitor.first("#whole-lists table").isVisible()).isTrue();
    }
  }

  @Test
  void theMapIsAPictureWithoutScripts() {
    try (Visitor visitor = site.visitor(Site.desk().setJavaScriptEnabled(false))) {
      visitor.open("/");

      assertThat(visitor.first(".map-still").isVisible()).isTrue();
      assertThat(visitor.first("#map").isVisible()).isFalse();
      assertThat(visitor.first("#map-slider").isVisible()).isFalse();
      assertThat(visitor.first("#whole-lists table").isVisible()).isTrue();
    }
  }

  @Test
  void aFaultThatIsThereIsFound() {
    try (Visitor visitor = site.visitor()) {
      visitor.open("/help");
      assertThat(Promise.broken(visitor.page())).isEmpty();

      visitor
          .page()
          .evaluate(
              """
              () => {
                document.querySelector("main").insertAdjacentHTML("beforeend", `
                  <p><img src="/korf.svg"></p>
                  <p id="pale">pale</p>
                  <p id="dim">dim</p>
                  <p><a id="one" href="/a">1</a><a id="two" href="/b">2</a></p>
                  <p id="wide">wide</p>`);
                const set = (id, style) =>
                  Object.assign(document.querySelector(id).style, style);
                set("#pale", { color: "#ccc", background: "#fff" });
                set("#dim", { color: "#333" });
                for (const id of ["#one", "#two"]) {
                  set(id, { display: "inline-block", width: "12px", height: "12px",
                    overflow: "hidden" });
                }
                set("#wide", { width: "400px" });
              }
              """);

      assertThat(Promise.broken(visitor.page()))
          .anyMatch(found -> found.startsWith("image-alt"))
          .anyMatch(found -> found.startsWith("color-contrast") && found.contains("#pale"))
          .noneMatch(found -> found.startsWith("color-contrast") && found.contains("#dim"))
          .anyMatch(found -> found.startsWith("dark: color-contrast") && found.contains("#dim"))
          .anyMatch(found -> found.startsWith("target-size"))
          .anyMatch(found -> found.startsWith("narrow: reaches"))
          .anyMatch(found -> found.startsWith("narrow: target-size"));
    }
  }
}
