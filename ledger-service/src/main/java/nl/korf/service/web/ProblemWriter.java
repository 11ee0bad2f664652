package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;

/** Writes a problem document outside of any route: from filters, security and the container. */
public final class ProblemWriter {

  private ProblemWriter() {}

  /** Answers with a problem of this sort, unless the answer has begun. */
  public static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      ProblemKind kind,
      String... namesAndValues)
      throws IOException {
    write(response, Problems.of(kind, Language.of(request), namesAndValues), null);
  }

  static void write(HttpServletResponse response, Problem problem, @Nullable Duration retryAfter)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    if (retryAfter != null) {
      response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    byte[] document = ModelJson.mapper().writeValueAsBytes(problem);
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
    response.flushBuffer();
  }
}
