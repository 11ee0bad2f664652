package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.korf.model.ModelJson;

/**
 * Writes a problem outside of any route (filters, security) in the form that whoever asks can read.
 */
public final class ProblemWriter {

  private ProblemWriter() {}

  /** Answers with a problem of this sort, unless the answer has begun. */
  public static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      ProblemKind kind,
      String... namesAndValues)
      throws IOException {
    Problem problem = Problems.of(kind, ProblemPage.languageOf(request), namesAndValues);
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setHeader("Cache-Control", "no-store");
    boolean page = ProblemPage.isFor(request);
    response.setContentType(page ? ProblemPage.MEDIA_TYPE : Problem.MEDIA_TYPE);
    byte[] document =
        page ? ProblemPage.of(problem, request) : ModelJson.mapper().writeValueAsBytes(problem);
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
    response.flushBuffer();
  }
}
