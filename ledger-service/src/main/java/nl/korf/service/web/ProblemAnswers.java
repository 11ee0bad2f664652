package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.korf.model.Refused;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Turns whatever a route throws into a problem document; for a browser outside {@code /v1} into a
 * plain page with the same words.
 */
@RestControllerAdvice
class ProblemAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  @ExceptionHandler
  ResponseEntity<?> any(Exception failure, HttpServletRequest request) {
    String language = ProblemPage.languageOf(request);
    Throwable cause = meant(failure);
    ResponseEntity.BodyBuilder answer;
    Problem problem;
    if (cause instanceof ErrorResponse known && !(cause instanceof InvalidRequest)) {
      problem = ofSpring(known, request, language);
      answer = ResponseEntity.status(problem.status()).headers(headers(known));
    } else {
      problem =
          cause instanceof Refused refused
              ? Problems.refused(refused, language, addressed(request))
              : Problems.of(cause, language);
      answer = ResponseEntity.status(problem.status());
    }
    Duration wait = Problems.retryAfter(cause);
    if (wait != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }
    return answer(answer.cacheControl(CacheControl.noStore()), problem, request);
  }

  /** The problem in the form that whoever asks can read. */
  static ResponseEntity<?> answer(
      ResponseEntity.BodyBuilder answer, Problem problem, HttpServletRequest request) {
    return ProblemPage.isFor(request)
        ? answer.contentType(MediaType.TEXT_HTML).body(ProblemPage.of(problem, request))
        : answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }

  /** Who asked left in the middle of the answer: nobody is there to be told, and nothing failed. */
  @ExceptionHandler({EofException.class, AsyncRequestNotUsableException.class})
  void gone(IOException left) {
    LOG.debug("A reader is gone: {}", left.getMessage());
  }

  /** Spring Security's own answers stand. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void security(RuntimeException denied) {
    throw denied;
  }

  /** The values of the variables in the address. */
  private static Collection<String> addressed(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> named
        ? named.values().stream().map(String::valueOf).toList()
        : Set.of();
  }

  /** What a wrapper of the web layer is about. */
  private static Throwable meant(Exception failure) {
    if (failure instanceof HttpMessageNotReadableException unreadable) {
      if (unreadable.getCause() instanceof BodyTooLarge large) {
        return large;
      }
      return unreadable.getCause() instanceof InvalidRequest invalid
          ? invalid
          : new InvalidRequest("", Fault.MISSING);
    }
    if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
      return new InvalidRequest(
          mismatch.getName(),
          Fault.WRONG_VALUE,
          "value",
          String.valueOf(mismatch.getValue()),
          "expected",
          mismatch.getRequiredType() == null ? "?" : mismatch.getRequiredType().getSimpleName());
    }
    if (failure instanceof MissingRequestValueException missing) {
      String detail = String.valueOf(missing.getBody().getDetail());
      return new InvalidRequest(quoted(detail), Fault.MISSING);
    }
    return failure;
  }

  private static String quoted(String detail) {
    String[] parts = detail.split("'", 3);
    return parts.length > 1 ? parts[1] : detail;
  }

  private static Problem ofSpring(
      ErrorResponse known, HttpServletRequest request, String language) {
    HttpStatusCode status = known.getStatusCode();
    return switch (status.value()) {
      case 404 -> Problems.of(ProblemKind.NOT_FOUND, language);
      case 405 ->
          Problems.of(ProblemKind.METHOD_NOT_ALLOWED, language, "method", request.getMethod());
      case 406 -> Problems.of(ProblemKind.NOT_ACCEPTABLE, language);
      case 413 -> Problems.of(ProblemKind.BODY_TOO_LARGE, language, "limit", limit(known));
      case 415 -> Problems.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, language);
      case 400 -> Problems.of(new InvalidRequest("", Fault.MISSING), language);
      default -> Problems.of((Throwable) known, language);
    };
  }

  private static String limit(ErrorResponse known) {
    return known instanceof MaxUploadSizeExceededException
        ? Long.toString(WebSettings.UPLOAD_BYTES_MAX)
        : "?";
  }

  private static HttpHeaders headers(ErrorResponse known) {
    HttpHeaders headers = new HttpHeaders();
    switch (known) {
      case HttpRequestMethodNotSupportedException method -> {
        Set<HttpMethod> allowed = method.getSupportedHttpMethods();
        headers.setAllow(allowed == null ? Set.of() : allowed);
      }
      case HttpMediaTypeNotSupportedException media ->
          headers.setAccept(List.copyOf(media.getSupportedMediaTypes()));
      case HttpMediaTypeNotAcceptableException _ -> {}
      default -> {}
    }
    return headers;
  }
}
