package nl.korf.service.authority;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import nl.korf.service.web.WebHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Remembers the {@code traceparent} of a request that sends a command, for the checks it makes. */
@Component
final class TraceFilter extends OncePerRequestFilter {

  private final Traces traces;

  TraceFilter(Traces traces) {
    this.traces = traces;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Trace> trace = Trace.of(request.getHeader("traceparent"));
    Optional<UUID> command = commandId(request);
    if (trace.isPresent() && command.isPresent()) {
      traces.<IOException, ServletException>during(
          command.get(), trace.get(), () -> chain.doFilter(request, response));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** One that is no UUID is refused where it is needed, not here. */
  private static Optional<UUID> commandId(HttpServletRequest request) {
    String key = request.getHeader(WebHeaders.IDEMPOTENCY_KEY);
    try {
      return Optional.ofNullable(key).map(given -> UUID.fromString(given.replace("\"", "")));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
