package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe-core finds nothing on any page, in both languages and both colour schemes. */
@ExtendWith(OneSite.class)
class AxeTest {

  private final Site site;

  AxeTest(Site site) {
    this.site = site;
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void nothingIsFoundOnAnyPage(String language) {
    List<String> found = new ArrayList<>();
    try (Visitor registrar = site.visitor()) {
      registrar.signIn(Site.REGISTRAR);
      for (String address : site.pages(language)) {
        assertThat(registrar.open(address)).as(address).isEqualTo(200);
        found.addAll(both(address, registrar.page()));
      }
      registrar.requireNoFaults();
    }
    assertThat(found).isEmpty();
  }

  /** What is found on the page that is open, light and dark. */
  private static List<String> both(String address, Page page) {
    List<String> found = new ArrayList<>();
    Axe.violations(page).forEach(one -> found.add(address + ": " + one));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Axe.violationsOfColour(page).forEach(one -> found.add(address + " dark: " + one));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return found;
  }

  @Test
  void aFaultThatIsThereIsFound() {
    try (Visitor visitor = site.visitor()) {
      visitor.open("/help");
      assertThat(Axe.violations(visitor.page())).isEmpty();

      visitor
          .page()
          .evaluate(
              """
              () => document.querySelector("main").insertAdjacentHTML("beforeend", `
                <p><img src="/korf.svg"></p>
                <p id="pale">pale</p>
                <p><a id="one" href="/a">1</a><a id="two" href="/b">2</a></p>`) ||
                Object.assign(document.querySelector("#pale").style,
                  { color: "#ccc", background: "#fff" }) &&
                document.querySelectorAll("#one, #two").forEach((link) =>
                  Object.assign(link.style,
                    { display: "inline-block", width: "12px", height: "12px", overflow: "hidden" }))
              """);

      assertThat(Axe.violations(visitor.page()))
          .anyMatch(found -> found.startsWith("image-alt"))
          .anyMatch(found -> found.startsWith("color-contrast"))
          .anyMatch(found -> found.startsWith("target-size"));
      assertThat(Axe.violationsOfColour(visitor.page()))
          .anyMatch(found -> found.startsWith("color-contrast"));
    }
  }
}
