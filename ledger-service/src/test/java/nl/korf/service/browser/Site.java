package nl.korf.service.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.Browser;
import nl.korf.service.testing.SiteWalk;

/** One example ledger and one Chromium for all tests of this package. */
final class Site implements AutoCloseable {

  /** A project officer for leases in the example, of two working groups. */
  static final String OFFICER = "p-0d94857a08eeafbf9313";

  static final String REGISTRAR = "registrar";

  /** Pages of one sort that are looked at: they are made alike. */
  private static final int EACH_MAX = 2;

  private final Map<String, List<String>> pages = new HashMap<>();
  private final WebLedger ledger;
  private final Chromium chromium;

  private Site() {
    ledger = new WebLedger();
    try {
      chromium = new Chromium();
    } catch (RuntimeException | AssertionError none) {
      ledger.close();
      throw none;
    }
  }

  /** Starts both, or says in one sentence that there is no browser. */
  static Site open() {
    Chromium.require();
    return new Site();
  }

  WebLedger ledger() {
    return ledger;
  }

  /**
   * Addresses of every sort of page that links lead to, as the registrar is shown them; of one sort
   * no more than the first few. They are walked once.
   */
  synchronized List<String> pages(String language) {
    return pages.computeIfAbsent(language, this::walk);
  }

  private List<String> walk(String language) {
    Set<String> found = new LinkedHashSet<>();
    try (Browser browser = new Browser(URI.create(ledger.address()))) {
      browser.submit("/sign-in", "/sign-in", "person", REGISTRAR);
      SiteWalk.from(
          "/?lang=" + language,
          browser,
          EACH_MAX,
          (address, page) -> {
            if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
              found.add(address);
            }
          });
    }
    return List.copyOf(found);
  }

  /** Somebody new, at a desk. */
  Visitor visitor() {
    return visitor(desk());
  }

  Visitor visitor(NewContextOptions options) {
    boolean scripts = !Boolean.FALSE.equals(options.javaScriptEnabled);
    return new Visitor(chromium.browser().newContext(options), scripts, ledger.address());
  }

  static NewContextOptions desk() {
    return sized(1440, 900);
  }

  static NewContextOptions phone() {
    return sized(390, 844);
  }

  /** The narrowest screen of WCAG 2.2, 1.4.10. */
  static NewContextOptions narrow() {
    return sized(320, 640);
  }

  private static NewContextOptions sized(int width, int height) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setLocale("nl-NL")
        .setTimezoneId("Europe/Amsterdam")
        .setColorScheme(ColorScheme.LIGHT);
  }

  @Override
  public void close() {
    ledger.close();
    chromium.close();
  }
}
