package nl.korf.service.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import nl.korf.service.web.Language;
import nl.korf.service.web.WebSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where a browser says who asks: with a token, or in a demo by picking a person. */
@Controller
class SignInRoutes {

  /** People offered on the page; the rest are found by a search. */
  private static final int PEOPLE_MAX = 200;

  private final Tokens tokens;
  private final DemoPeople people;
  private final Directory directory;
  private final WebSettings settings;

  SignInRoutes(Tokens tokens, DemoPeople people, Directory directory, WebSettings settings) {
    this.tokens = tokens;
    this.people = people;
    this.directory = directory;
    this.settings = settings;
  }

  @GetMapping("/sign-in")
  String page(
      @RequestParam(required = false) @Nullable String q,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("lang", Language.ofPage(request));
    model.addAttribute("demo", settings.example());
    model.addAttribute("q", q == null ? "" : q);
    model.addAttribute(
        "people", settings.example() ? directory.list(q == null ? "" : q, PEOPLE_MAX) : List.of());
    return "sign-in";
  }

  @PostMapping("/sign-in")
  String signIn(
      @RequestParam(required = false) @Nullable String token,
      @RequestParam(required = false) @Nullable String person,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<KnownActor> known = known(token, person);
    if (known.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("failed", true);
      return page(null, request, response, model);
    }
    if (request.getSession(false) == null) {
      request.getSession(true);
    } else {
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(known.get());
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    return home(request);
  }

  @PostMapping("/sign-out")
  String signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    return home(request);
  }

  /** The whole, in the language of the page the form was on. */
  private static String home(HttpServletRequest request) {
    return "redirect:/" + Language.query(request);
  }

  private Optional<KnownActor> known(@Nullable String token, @Nullable String person) {
    if (token != null && !token.isBlank()) {
      String secret = token.trim();
      return tokens.actorOf(secret).map(actor -> new KnownActor(actor, Tokens.digestOf(secret)));
    }
    return settings.example() && person != null
        ? people.pick(person).map(actor -> new KnownActor(actor, null))
        : Optional.empty();
  }
}
