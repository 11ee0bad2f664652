package nl.korf.service.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What every page owes to whoever opens it, looked at on the page that is open. */
final class Promise {

  /** How far the document reaches beyond the right edge of the screen, in pixels. */
  private static final String BEYOND =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private Promise() {}

  /** All that is broken on a page: for axe, in the other colours, and on the narrowest screen. */
  static List<String> broken(Page page) {
    List<String> found = new ArrayList<>(axe(page));
    page.setViewportSize(320, 640);
    found.addAll(narrow(page));
    page.setViewportSize(1440, 900);
    return found;
  }

  /** What axe finds, light and dark. */
  static List<String> axe(Page page) {
    List<String> found = new ArrayList<>(Axe.violations(page));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Axe.violationsOfColour(page).forEach(one -> found.add("dark: " + one));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return found;
  }

  /** On a narrow screen: scrolling sideways (WCAG 1.4.10), targets below 24 pixels (2.5.8). */
  static List<String> narrow(Page page) {
    List<String> found = new ArrayList<>();
    int beyond = ((Number) page.evaluate(BEYOND)).intValue();
    if (beyond > 0) {
      found.add("narrow: reaches %d pixels beyond the screen".formatted(beyond));
    }
    Axe.violationsOf("target-size", page).forEach(one -> found.add("narrow: " + one));
    return found;
  }
}
