package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Somebody in a browser of their own: one context, one page. */
final class Visitor implements AutoCloseable {

  /** The browser itself says that of every answer with a status from 400 on. */
  private static final String STATUS = "Failed to load resource";

  private final BrowserContext context;
  private final boolean scripts;
  private final String site;
  private final Page page;
  private final List<String> faults = new ArrayList<>();

  Visitor(BrowserContext context, boolean scripts, String site) {
    this.context = context;
    this.scripts = scripts;
    this.site = site;
    page = context.newPage();
    page.onPageError(faults::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains(STATUS)) {
        faults.add(message.text() + " at " + page.url());
      }
    });
  }

  Page page() {
    return page;
  }

  /** Opens a page of the site, and waits until its map can be used where it has one; its status. */
  int open(String path) {
    Response response = Objects.requireNonNull(page.navigate(site + path), path);
    if (scripts && page.locator("#map-panel").count() > 0) {
      page.waitForSelector("#map:not([hidden])");
    }
    return response.status();
  }

  /** Picks a person of the example, as its sign-in page asks. */
  void signIn(String person) {
    open("/sign-in");
    page.selectOption("#person", person);
    page.click("form:has(#person) button");
  }

  /** The first element that a selector of CSS finds. */
  Locator first(String selector) {
    return page.locator(selector).first();
  }

  /** Sends the form that is open. */
  void send() {
    page.click("button[name=send]");
  }

  /** Does what leads to another page, and waits until that is there. */
  void leave(Runnable act) {
    String before = page.url();
    act.run();
    page.waitForURL(address -> !address.equals(before));
  }

  /** Where the page is, without the site. */
  String path() {
    return page.url().substring(site.length());
  }

  /** What is wrong on the page as somebody is told, in one text. */
  String inTheWay() {
    return page.locator(".alarm").innerText();
  }

  /** Nothing failed in a script, and nothing was forbidden by the site's own policy. */
  void requireNoFaults() {
    assertThat(faults).isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
