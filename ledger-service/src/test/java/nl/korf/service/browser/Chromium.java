package nl.korf.service.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of a test run: the machine's own Chromium, steered by Playwright. */
final class Chromium implements AutoCloseable {

  /** Names the program to use; {@code ./korf test} sets it. */
  static final String CHOSEN = "KORF_CHROMIUM";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final List<String> FLAGS =
      List.of(
          // root may not have the sandbox, and nothing but our own pages is opened
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    Path program = require();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setHeadless(true)
                    .setArgs(FLAGS));
  }

  /** The program of the browser; fails where there is none. */
  static Path require() {
    return find(System.getenv()).orElseThrow(() -> new AssertionError(missing()));
  }

  Browser browser() {
    return browser;
  }

  /** The program the environment names, else the first of the usual ones on its path. */
  static Optional<Path> find(Map<String, String> environment) {
    String chosen = environment.getOrDefault(CHOSEN, "");
    if (!chosen.isEmpty()) {
      return Optional.of(Path.of(chosen)).filter(Files::isExecutable);
    }
    return NAMES.stream()
        .flatMap(name ->
            Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What to do where there is none. */
  static String missing() {
    return "The tests of the pages need Chromium and found none: install it (Debian's package is"
        + " called chromium), or set %s to the program of a Chromium or Chrome.".formatted(CHOSEN);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
