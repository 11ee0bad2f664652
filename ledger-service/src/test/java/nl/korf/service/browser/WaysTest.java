package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways that matter most, walked by the people of the example, each in their own browser. */
@ExtendWith(OneSite.class)
class WaysTest {

  private static final String SECRETARY_GENERAL = "p-117ab109af319c430557";
  private static final String DIRECTOR = "p-91842c66b29994c41b5b";
  private static final String TEAM_MANAGER = "p-54b9f8e2e147bf09f0e5";

  /** Somebody else of the group {@link Proposing#GROUP}. */
  private static final String COLLEAGUE = "p-9c673e1f1314083a1d1a";

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final int ROUND_SECONDS = 15;

  private final Site site;

  WaysTest(Site site) {
    this.site = site;
  }

  @Test
  void anInitiativeIsProposedWithoutScripts() {
    try (Visitor officer = site.visitor(Site.narrow().setJavaScriptEnabled(false))) {
      Proposing.propose(officer, "Zonder scripts");
    }
  }

  @Test
  void whatWasPassedOnIsRefusedOnceItWasRevokedUpstream() {
    try (Visitor above = site.visitor();
        Visitor director = site.visitor();
        Visitor manager = site.visitor()) {
      above.signIn(SECRETARY_GENERAL);
      director.signIn(DIRECTOR);
      manager.signIn(TEAM_MANAGER);
      passOn(above, "m-sg", "r-sg", "r-directeur-bedrijfsvoering", "m-way", 1);
      passOn(
          director,
          "m-way",
          "r-directeur-bedrijfsvoering",
          "r-teammanager-bedrijfsvoering",
          "m-way-on",
          0);
      fillInDecision(manager, "m-way-on");
      manager.page().click(".actions button[name=consider]");
      assertThat(manager.first(".foreseen").innerText())
          .contains("Teammanager", "Directeur Bedrijfsvoering", "Secretaris-generaal");

      revoke(above, "m-way");
      manager.send();

      assertThat(manager.inTheWay())
          .as("what stands in the way, and the next step")
          .contains("m-way", "ingetrokken op positie", "Vraag role:r-sg");
      assertThat(manager.page().inputValue("#f-title-nl")).isEqualTo("Huur van een loods");
      assertThat(state(manager, "/mandates/m-way-on")).contains("m-way");
    }
  }

  @Test
  void theMapGoesBackToWhereARevokedMandateWasInForce() {
    try (Visitor visitor = site.visitor()) {
      visitor.open("/");
      String row =
          "#whole-lists tr:has(a[href*='/mandates/m-directeur-projecten?']),"
              + "#whole-lists tr:has(a[href$='/mandates/m-directeur-projecten'])";
      assertThat(visitor.first(row + " .state").getAttribute("class")).contains("ended");

      visitor.first("#map-slider").focus();
      visitor.page().keyboard().press("Home");
      for (int step = 0; step < 4; step++) {
        visitor.page().keyboard().press("PageUp");
      }

      visitor.page().waitForURL(address -> address.contains("on=20"));
      visitor
          .page()
          .waitForSelector(
              "#whole-lists tr:has(a[href*='/mandates/m-directeur-projecten?']) .state.works");
      visitor.page().click("#whole-lists a[href*='/mandates/m-directeur-projecten?']");
      assertThat(visitor.first(".past").isVisible()).isTrue();
      assertThat(visitor.first(".lead .state, .state").getAttribute("class")).contains("works");
      visitor.requireNoFaults();
    }
  }

  @Test
  void whatTwoPeopleAnswerIsSeenByBothAtOnce() {
    try (Visitor officer = site.visitor();
        Visitor colleague = site.visitor()) {
      Proposing.propose(officer, "Samen beslissen");
      String initiative = officer.path().substring("/initiatives/".length());
      colleague.signIn(COLLEAGUE);
      colleague.open("/forms/rounds/r-way/ballots");
      openRound(officer, initiative);
      answer(officer, "YES");
      colleague.page().selectOption("#f-choice", "YES");
      colleague.send();
      for (Visitor each : new Visitor[] {officer, colleague}) {
        each.open("/rounds/r-way");
        each.page().evaluate("() => { window.sameAsBefore = true; }");
      }

      seen(officer);
      seen(colleague);
    }
  }

  /** Sees the outcome come, on the page as it was opened. */
  private static void seen(Visitor visitor) {
    visitor.page().waitForSelector("main .lead .state.works");
    assertThat(visitor.page().evaluate("() => window.sameAsBefore === true"))
        .as("without loading the page again")
        .isEqualTo(true);
    visitor.requireNoFaults();
  }

  private static void openRound(Visitor officer, String initiative) {
    officer.open("/forms/rounds?initiative=" + initiative + "&group=" + Proposing.GROUP);
    officer.page().fill("#f-title-nl", "Doen we dit?");
    officer.page().fill("#f-rule-rule", "preset-majority-of-votes");
    officer.page().fill("#f-rule-version", "1");
    showMore(officer);
    officer.page().fill("#f-round", "r-way");
    String soon =
        LocalDateTime.now(ZONE)
            .plusSeconds(ROUND_SECONDS)
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
    officer.page().fill("#f-deadline", soon);
    officer.send();
    assertThat(officer.path()).startsWith("/recorded/");
    officer.page().click("main .actions a");
    assertThat(officer.path()).isEqualTo("/rounds/r-way");
  }

  private static void answer(Visitor visitor, String choice) {
    visitor.page().click(".do a[href*='ballots']");
    visitor.page().selectOption("#f-choice", choice);
    visitor.send();
    visitor.page().click("main .actions a");
    assertThat(visitor.path()).isEqualTo("/rounds/r-way");
  }

  private static void passOn(
      Visitor grantor, String parent, String from, String to, String mandate, int depth) {
    grantor.open("/forms/mandates/" + parent + "/sub-mandates");
    showMore(grantor);
    grantor.page().selectOption("#f-terms-kind", "PROXY");
    grantor.page().fill("#f-terms-principal", "minister-vgr");
    grantor.page().fill("#f-terms-grantor", "role:" + from);
    grantor.page().fill("#f-terms-holder", "role:" + to);
    grantor.page().fill("#f-terms-power", "p-huur");
    grantor.page().fill("#f-terms-limits-0-category", "huur");
    grantor.page().fill("#f-terms-limits-0-amount-amount", "100.000");
    grantor.page().selectOption("#f-terms-limits-0-bound", "INCLUSIVE");
    grantor.page().selectOption("#f-terms-limits-0-span", "PER_ACT");
    grantor.page().selectOption("#f-terms-subMandating", depth > 0 ? "YES" : "NO");
    grantor.page().fill("#f-terms-maxDepth", String.valueOf(depth));
    grantor.page().fill("#f-mandate", mandate);
    grantor.page().fill("#f-record-sha256", "a".repeat(64));
    grantor.send();
    grantor.page().click("main .actions a");
    assertThat(grantor.path()).isEqualTo("/mandates/" + mandate);
  }

  private static void fillInDecision(Visitor manager, String mandate) {
    manager.open("/forms/decisions?initiative=i-01-huur-stationskwartier");
    showMore(manager);
    manager.page().fill("#f-title-nl", "Huur van een loods");
    manager.page().fill("#f-act-power", "p-huur");
    manager.page().selectOption("#f-act-kind", "PROXY");
    manager.page().fill("#f-act-value-category", "huur");
    manager.page().fill("#f-act-value-each-amount", "10.000");
    manager.page().fill("#f-act-value-times", "1");
    manager.page().fill("#f-mandate", mandate);
  }

  private static void revoke(Visitor above, String mandate) {
    above.open("/mandates/" + mandate);
    above.page().click(".do summary");
    above.page().click(".do a[href*='revocations']");
    showMore(above);
    above.page().fill("#f-reason", "Anders ingericht.");
    above.page().fill("#f-legalBasis", "Awb art. 10:8");
    above.page().fill("#f-record-sha256", "b".repeat(64));
    above.send();
    assertThat(above.path()).startsWith("/recorded/");
  }

  private static String state(Visitor visitor, String page) {
    visitor.open(page);
    return visitor.first("main .state").innerText();
  }

  private static void showMore(Visitor visitor) {
    var more = visitor.page().locator(".more-fields:not([open]) > summary");
    if (more.count() > 0) {
      more.first().click();
    }
  }
}
