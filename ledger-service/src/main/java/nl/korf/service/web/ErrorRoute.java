package nl.korf.service.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container reports that no route has answered, as a problem like every other. */
@RestController
class ErrorRoute implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<?> error(HttpServletRequest request) {
    String language = Language.of(request);
    Problem problem = problem(request, language);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status()).cacheControl(CacheControl.noStore());
    if (ProblemPage.isFor(request)) {
      return answer.contentType(MediaType.TEXT_HTML).body(ProblemPage.of(problem, language));
    }
    return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }

  private static Problem problem(HttpServletRequest request, String language) {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (failure instanceof Throwable thrown) {
      return Problems.of(thrown.getCause() == null ? thrown : thrown.getCause(), language);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 404;
    return switch (code) {
      case 400, 414, 431 -> Problems.of(new InvalidRequest("", Fault.MISSING), language);
      case 401 -> Problems.of(ProblemKind.IDENTITY_NEEDED, language);
      case 403 -> Problems.of(ProblemKind.NOT_ALLOWED, language, "right", "?");
      case 404 -> Problems.of(ProblemKind.NOT_FOUND, language);
      case 405 ->
          Problems.of(ProblemKind.METHOD_NOT_ALLOWED, language, "method", request.getMethod());
      case 406 -> Problems.of(ProblemKind.NOT_ACCEPTABLE, language);
      case 415 -> Problems.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, language);
      default -> Problems.of(new IllegalStateException("the container reported " + code), language);
    };
  }
}
