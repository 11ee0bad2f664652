package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything can be done by keyboard alone, and it is always visible where one is. */
@ExtendWith(OneSite.class)
class KeyboardTest {

  /** Presses of Tab on one page after which something is out of reach. */
  private static final int TABS_MAX = 150;

  private static final String HAS_FOCUS = "(css) => document.activeElement.matches(css)";

  /** What is wrong with how the focus shows; empty: nothing. */
  private static final String UNSEEN =
      """
      () => {
        const element = document.activeElement;
        const box = element.getBoundingClientRect();
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const wrong = [];
        if (element === document.body) wrong.push("nowhere");
        if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) wrong.push("no outline");
        if (box.width < 2 || box.height < 2) wrong.push("too small to see");
        if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
          wrong.push("out of sight");
        return wrong.length ? `${element.outerHTML.slice(0, 120)}: ${wrong.join(", ")}` : "";
      }
      """;

  private final Site site;

  KeyboardTest(Site site) {
    this.site = site;
  }

  @Test
  void anInitiativeIsProposedByKeyboardAlone() {
    try (Visitor officer = site.visitor()) {
      officer.open("/");
      follow(officer, ".self a[href*='sign-in']");
      tabTo(officer, "#person");
      officer.page().keyboard().type("Voorbeeldpersoon 06");
      follow(officer, "form:has(#person) button");
      follow(officer, ".sections a[href^='/groups']");
      follow(officer, "a[href^='/groups/" + Proposing.GROUP + "']");
      follow(officer, ".do a[href*='/forms/initiatives']");
      tabTo(officer, "#f-title-nl");
      officer.page().keyboard().type("Door toetsen alleen");
      follow(officer, "button[name=send]");
      assertThat(officer.path()).startsWith("/recorded/");
      follow(officer, "main .actions a");

      assertThat(officer.path()).startsWith("/initiatives/");
      assertThat(officer.first("main h1").innerText()).isEqualTo("Door toetsen alleen");
      officer.requireNoFaults();
    }
  }

  @Test
  void theFirstStopSkipsToWhatThePageIsAbout() {
    try (Visitor visitor = site.visitor()) {
      visitor.open("/mandates");
      tab(visitor);
      assertThat(visitor.page().evaluate(HAS_FOCUS, ".skip")).isEqualTo(true);

      visitor.page().keyboard().press("Enter");

      assertThat(visitor.page().evaluate(HAS_FOCUS, "#main")).isEqualTo(true);
      tab(visitor);
      assertThat(visitor.page().evaluate(HAS_FOCUS, "main *")).isEqualTo(true);
    }
  }

  @Test
  void aFocusThatCannotBeSeenIsFound() {
    try (Visitor visitor = site.visitor()) {
      visitor.open("/help");
      visitor
          .page()
          .evaluate(
              """
              () => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync("* { outline: none !important; }");
                document.adoptedStyleSheets = [sheet];
              }
              """);

      assertThatThrownBy(() -> tab(visitor)).hasMessageContaining("no outline");
    }
  }

  /** Goes to a link or a button and presses Enter; what it opens is there. */
  private static void follow(Visitor visitor, String css) {
    tabTo(visitor, css);
    visitor.leave(() -> visitor.page().keyboard().press("Enter"));
  }

  static void tabTo(Visitor visitor, String css) {
    for (int press = 0; press < TABS_MAX; press++) {
      tab(visitor);
      if (Boolean.TRUE.equals(visitor.page().evaluate(HAS_FOCUS, css))) {
        return;
      }
    }
    throw new AssertionError(
        "%s is out of reach of the keyboard on %s".formatted(css, visitor.path()));
  }

  /** One press of Tab, after which it is visible where one is. */
  private static void tab(Visitor visitor) {
    visitor.page().keyboard().press("Tab");
    assertThat(visitor.page().evaluate(UNSEEN)).as(visitor.path()).isEqualTo("");
  }
}
