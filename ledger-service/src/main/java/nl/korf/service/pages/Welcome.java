package nl.korf.service.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.stream.Stream;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the whole shows above itself to whoever is new: the first steps of a ledger, until they are
 * done, or what to try in the example. A reader can put it away; a cookie of their browser
 * remembers that.
 */
@Component
final class Welcome {

  /** The parameter that puts it away ({@value #AWAY}) or brings it back. */
  static final String PARAMETER = "welcome";

  private static final String COOKIE = "korf-welcome";
  private static final String AWAY = "away";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final FirstSteps steps;
  private final TryThis example;

  Welcome(FirstSteps steps, TryThis example) {
    this.steps = steps;
    this.example = example;
  }

  /** Who looks at what, and by which request. */
  record Visit(
      AsOf asOf,
      @Nullable Actor actor,
      Frame frame,
      HttpServletRequest request,
      HttpServletResponse response) {}

  /**
   * Puts on the page what it shows.
   *
   * @param empty whether the ledger has nothing a list could show
   */
  void show(Visit visit, boolean empty, Model model) {
    if (visit.frame().past() || isAway(visit)) {
      return;
    }
    if (visit.frame().example()) {
      example
          .at(visit.asOf(), visit.frame())
          .ifPresent(tries -> model.addAttribute("tries", tries));
      return;
    }
    boolean registrar = visit.actor() != null && visit.actor().may(Right.REGISTER);
    if (empty || registrar) {
      FirstSteps.Guide guide = steps.of(visit.asOf(), visit.frame());
      if (!guide.finished()) {
        model.addAttribute("guide", guide);
      }
    }
  }

  private static boolean isAway(Visit visit) {
    String asked = visit.request().getParameter(PARAMETER);
    if (asked == null) {
      Cookie[] cookies = visit.request().getCookies();
      return cookies != null
          && Stream.of(cookies)
              .anyMatch(one -> one.getName().equals(COOKIE) && one.getValue().equals(AWAY));
    }
    boolean away = asked.equals(AWAY);
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, away ? AWAY : "")
            .maxAge(away ? REMEMBERED : Duration.ZERO)
            .path("/")
            .httpOnly(true)
            .sameSite("Strict")
            .build();
    visit.response().addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    visit.response().setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    return away;
  }
}
