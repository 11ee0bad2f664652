package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** A problem as a page, for a browser outside {@code /v1}; needs nothing that may have failed. */
final class ProblemPage {

  /** Media type of a page. */
  static final String MEDIA_TYPE = "text/html;charset=UTF-8";

  private ProblemPage() {}

  static boolean isFor(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return !request.getRequestURI().startsWith("/v1")
        && accept != null
        && accept.contains("text/html");
  }

  /** The language of the problem this request gets, as a page or as a document. */
  static String languageOf(HttpServletRequest request) {
    return isFor(request) ? Language.ofPage(request) : Language.of(request);
  }

  static byte[] of(Problem problem, HttpServletRequest request) {
    String language = languageOf(request);
    return """
    <!DOCTYPE html>
    <html lang="%1$s">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%2$s – Korf</title>
      <meta property="og:type" content="website">
      <meta property="og:title" content="%2$s">
      <meta property="og:locale" content="%8$s">
      <link rel="icon" href="/korf.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/korf.css">
    </head>
    <body>
    <header class="top"><a class="brand" href="/%3$s"><img src="/korf.svg" alt="" width="28" height="28"><span>Korf</span></a></header>
    <main id="main">
      <p class="overline">%4$d</p>
      <h1>%2$s</h1>
      <p class="lead">%5$s</p>
      %6$s
      <p class="more"><a href="/%3$s">%7$s</a></p>
    </main>
    </body>
    </html>
    """
        .formatted(
            language,
            HtmlUtils.htmlEscape(problem.title()),
            Language.query(request),
            problem.status(),
            HtmlUtils.htmlEscape(problem.detail()),
            reasons(problem),
            ProblemTexts.in(language, "page.whole", Map.of()),
            language.equals(Language.DUTCH) ? "nl_NL" : "en_GB")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String reasons(Problem problem) {
    if (problem.reasons().isEmpty()) {
      return "";
    }
    StringBuilder list = new StringBuilder("<ul>");
    for (Problem.Reason reason : problem.reasons()) {
      String next = reason.nextStep() == null ? "" : " " + reason.nextStep();
      list.append("<li>").append(HtmlUtils.htmlEscape(reason.message() + next)).append("</li>");
    }
    return list.append("</ul>").toString();
  }
}
