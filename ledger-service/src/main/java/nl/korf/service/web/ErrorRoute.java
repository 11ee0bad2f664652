package nl.korf.service.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.HttpException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container reports that no route has answered, as a problem like every other. */
@RestController
class ErrorRoute implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<?> error(HttpServletRequest request) {
    Problem problem = problem(request, ProblemPage.languageOf(request));
    return ProblemAnswers.answer(
        ResponseEntity.status(problem.status()).cacheControl(CacheControl.noStore()),
        problem,
        request);
  }

  private static Problem problem(HttpServletRequest request, String language) {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (failure instanceof Throwable thrown) {
      Throwable cause = thrown.getCause();
      return Problems.of(
          cause == null || thrown instanceof HttpException ? thrown : cause, language);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 404;
    return switch (code) {
      case 400 -> Problems.of(new InvalidRequest("", Fault.UNREADABLE), language);
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
