package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/** A problem as a plain page, for a browser. */
final class ProblemPage {

  private ProblemPage() {}

  static boolean isFor(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return !request.getRequestURI().startsWith("/v1")
        && accept != null
        && accept.contains("text/html");
  }

  static byte[] of(Problem problem, String language) {
    StringBuilder reasons = new StringBuilder();
    for (Problem.Reason reason : problem.reasons()) {
      String next = reason.nextStep() == null ? "" : " " + reason.nextStep();
      reasons.append("<li>").append(HtmlUtils.htmlEscape(reason.message() + next)).append("</li>");
    }
    return """
    <!doctype html><html lang="%s"><meta charset="utf-8"><title>%s</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <main><h1>%s</h1><p>%s</p><ul>%s</ul><p><a href="/">Korf</a></p></main></html>
    """
        .formatted(
            language,
            HtmlUtils.htmlEscape(problem.title()),
            HtmlUtils.htmlEscape(problem.title()),
            HtmlUtils.htmlEscape(problem.detail()),
            reasons)
        .getBytes(StandardCharsets.UTF_8);
  }
}
