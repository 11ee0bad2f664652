package nl.korf.service.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?limit=&cursor=}. */
final class PageQueryResolver implements HandlerMethodArgumentResolver {

  private static final int CURSOR_CHARACTERS_MAX = 1_000;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageQuery.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    String cursor = request.getParameter("cursor");
    if (cursor != null && cursor.length() > CURSOR_CHARACTERS_MAX) {
      throw new InvalidRequest("cursor", Fault.BAD_CURSOR);
    }
    return new PageQuery(
        Limits.of(request.getParameter("limit"), PageQuery.LIMIT_DEFAULT, PageQuery.LIMIT_MAX),
        cursor);
  }
}
