package nl.korf.service.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.ProblemKind;
import nl.korf.service.web.ProblemWriter;
import nl.korf.service.web.WebHeaders;
import nl.korf.service.web.WebSettings;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who asks, by header: a token, or in a demo a person. A header that names nobody is refused, also
 * where everybody may read; a session is over once its token is revoked.
 */
final class HeaderIdentity extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final Tokens tokens;
  private final DemoPeople people;
  private final WebSettings settings;

  HeaderIdentity(Tokens tokens, DemoPeople people, WebSettings settings) {
    this.tokens = tokens;
    this.people = people;
    this.settings = settings;
  }

  /** Whether the request says who asks by itself, so that no other site can have sent it. */
  static boolean isShownIn(HttpServletRequest request) {
    return request.getHeader("Authorization") != null
        || request.getHeader(WebHeaders.KORF_PERSON) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isShownIn(request)) {
      Optional<KnownActor> known = known(request);
      if (known.isEmpty()) {
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        ProblemWriter.write(request, response, ProblemKind.IDENTITY_NEEDED);
        return;
      }
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(known.get());
      SecurityContextHolder.setContext(context);
    } else {
      endIfRevoked();
    }
    chain.doFilter(request, response);
  }

  private Optional<KnownActor> known(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
        return Optional.empty();
      }
      String secret = header.substring(BEARER.length()).trim();
      Optional<Actor> actor = tokens.actorOf(secret);
      return actor.map(known -> new KnownActor(known, Tokens.digestOf(secret)));
    }
    String person = request.getHeader(WebHeaders.KORF_PERSON);
    return settings.example() && person != null
        ? people.pick(person).map(known -> new KnownActor(known, null))
        : Optional.empty();
  }

  private void endIfRevoked() {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof KnownActor signedIn) {
      String digest = signedIn.digest();
      if (digest != null && tokens.actorOfDigest(digest).isEmpty()) {
        SecurityContextHolder.clearContext();
      }
    }
  }
}
