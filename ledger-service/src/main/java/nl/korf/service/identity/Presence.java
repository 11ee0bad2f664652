package nl.korf.service.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.function.BooleanSupplier;
import nl.korf.service.web.WebSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whether somebody who was let in may still be here, for answers that go on for hours. */
@Component
public final class Presence {

  private final Tokens tokens;
  private final WebSettings settings;

  Presence(Tokens tokens, WebSettings settings) {
    this.tokens = tokens;
    this.settings = settings;
  }

  /**
   * Of whoever sent a request. Says no once the token is revoked or the session is over; where
   * everybody may read, never. To be asked for on the thread of the request; may then be asked from
   * any.
   */
  public BooleanSupplier of(HttpServletRequest request) {
    if (settings.reading() == WebSettings.Reading.OPEN) {
      return () -> true;
    }
    boolean ofSession = !HeaderIdentity.isShownIn(request);
    HttpSession session = ofSession ? request.getSession(false) : null;
    String digest =
        SecurityContextHolder.getContext().getAuthentication() instanceof KnownActor known
            ? known.digest()
            : null;
    return () -> (!ofSession || lasts(session)) && holds(digest);
  }

  private boolean holds(@Nullable String digest) {
    return digest == null || tokens.actorOfDigest(digest).isPresent();
  }

  private static boolean lasts(@Nullable HttpSession session) {
    try {
      return session != null && session.getCreationTime() > 0;
    } catch (IllegalStateException over) {
      return false;
    }
  }
}
