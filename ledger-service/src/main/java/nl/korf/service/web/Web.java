package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import nl.korf.service.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.NativeWebRequest;

/** What this package reads from a request. */
final class Web {

  private Web() {}

  static HttpServletRequest request(NativeWebRequest request) {
    return Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
  }

  static HttpServletResponse response(NativeWebRequest request) {
    return Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
  }

  /** Who asks, or null where that is not known. */
  static @Nullable Actor actor() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Actor actor ? actor : null;
  }
}
