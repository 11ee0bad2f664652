package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the main pages, kept with the build for whoever wants to see them. */
@ExtendWith(OneSite.class)
class PicturesTest {

  /** Where they are kept, below the folder of the module. */
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "target", "screenshots");

  private static final Map<String, String> PAGES =
      Map.of(
          "map", "/",
          "initiative", "/initiatives/i-01-huur-stationskwartier",
          "mandate", "/mandates/m-projectbevoegde-werken",
          "decision", "/decisions/d-huur-stationskwartier",
          "group", "/groups/wg-stationskwartier",
          "form", "/forms/initiatives?owner=wg-stationskwartier&title.nl=Proef");

  private final Site site;

  PicturesTest(Site site) {
    this.site = site;
  }

  @ParameterizedTest
  @CsvSource({"desk, LIGHT, nl", "desk, DARK, en", "phone, LIGHT, en", "phone, DARK, nl"})
  void theMainPagesAreDrawn(String device, ColorScheme scheme, String language) throws Exception {
    NewContextOptions options = device.equals("desk") ? Site.desk() : Site.phone();
    try (Visitor officer = site.visitor(options.setColorScheme(scheme))) {
      officer.signIn(Site.OFFICER);
      for (Map.Entry<String, String> page : PAGES.entrySet()) {
        String address = page.getValue();
        officer.open(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        String name =
            String.join(
                "-", page.getKey(), device, scheme.name().toLowerCase(Locale.ROOT), language);
        Path file = FOLDER.resolve(name + ".png");
        officer.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as(name).isPositive();
      }
    }
  }
}
