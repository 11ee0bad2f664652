package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** The shortest way of all: from signing in to an initiative everybody can see. */
final class Proposing {

  /** A group the officer of the example is a member of. */
  static final String GROUP = "wg-stationskwartier";

  private Proposing() {}

  /** Proposes an initiative by what the pages offer, and ends on its page. */
  static void propose(Visitor officer, String title) {
    officer.signIn(Site.OFFICER);
    officer.open("/groups/" + GROUP);
    officer.page().click(".do a[href*='/forms/initiatives']");
    officer.page().fill("#f-title-nl", title);
    officer.send();
    see(officer, title);
  }

  /** Goes from where it was recorded to the page of what came to be. */
  static void see(Visitor visitor, String title) {
    assertThat(visitor.path()).startsWith("/recorded/");
    visitor.page().click("main .actions a");
    assertThat(visitor.path()).startsWith("/initiatives/");
    assertThat(visitor.first("main h1").innerText()).isEqualTo(title);
  }
}
