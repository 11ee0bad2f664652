package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Adds {@code Link: …; rel="next"} to every {@link Page} that has one. The link names the position
 * and the instant of this page, so that a list does not change while somebody leafs through it.
 */
@RestControllerAdvice
class PageLinks implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof Page<?> page
        && page.next() != null
        && request instanceof ServletServerHttpRequest servlet) {
      response
          .getHeaders()
          .add(
              HttpHeaders.LINK,
              "<" + next(servlet.getServletRequest(), page.next()) + ">; rel=\"next\"");
    }
    return body;
  }

  private static String next(HttpServletRequest request, String cursor) {
    return request.getAttribute(AsOf.class.getName()) instanceof AsOf asOf
        ? AsOfResolver.pinnedAddress(request, asOf.position(), asOf.on(), "cursor", cursor)
        : SameAddress.with(request, "cursor", cursor);
  }
}
