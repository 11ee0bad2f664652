package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * No POST below {@code /v1} without an {@code Idempotency-Key}, whatever the route does with it.
 */
final class IdempotencyKeys implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getMethod().equals("POST")) {
      if (request.getHeader(WebHeaders.IDEMPOTENCY_KEY) == null) {
        throw new InvalidRequest(WebHeaders.IDEMPOTENCY_KEY, Fault.MISSING);
      }
      SubmissionResolver.commandId(request);
    }
    return true;
  }
}
