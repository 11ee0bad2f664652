package nl.korf.service.web;

import java.nio.ByteBuffer;
import nl.korf.model.ModelJson;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What the server itself refuses, before there is a request any filter sees (an address that cannot
 * be read or is too long, headers that are too large), as a problem like every other; in Dutch
 * where the server gave up before it came to the reader's languages.
 */
final class UnreadableRequests extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Problem problem = problem(code, cause, language(request));
    byte[] document = ModelJson.mapper().writeValueAsBytes(problem);
    response.setStatus(problem.status());
    response.getHeaders().put(WebHeaders.API_VERSION, WebSettings.API_VERSION);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, document.length);
    response.write(true, ByteBuffer.wrap(document), callback);
  }

  private static Problem problem(int code, @Nullable Throwable cause, String language) {
    return switch (code) {
      case HttpStatus.NOT_FOUND_404 -> Problems.of(ProblemKind.NOT_FOUND, language);
      case HttpStatus.URI_TOO_LONG_414 -> Problems.of(ProblemKind.ADDRESS_TOO_LONG, language);
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          Problems.of(ProblemKind.HEADERS_TOO_LARGE, language);
      default ->
          HttpStatus.isClientError(code)
              ? Problems.of(new InvalidRequest("", Fault.UNREADABLE), language)
              : Problems.of(
                  cause == null ? new IllegalStateException("the server reported " + code) : cause,
                  language);
    };
  }

  private static String language(Request request) {
    boolean said = request.getHeaders().contains(HttpHeader.ACCEPT_LANGUAGE);
    return said ? Language.firstSpoken(Request.getLocales(request)) : Language.DUTCH;
  }
}
