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
    String limit = request.getParameter("limit");
    return new PageQuery(
        limit == null ? PageQuery.LIMIT_DEFAULT : limit(limit, PageQuery.LIMIT_MAX), cursor);
  }

  static int limit(String given, int most) {
    if (!given.matches("[0-9]{1,9}") || Integer.parseInt(given) < 1) {
      throw new InvalidRequest(
          "limit", Fault.WRONG_VALUE, "value", given, "expected", "1 – " + most);
    }
    int limit = Integer.parseInt(given);
    if (limit > most) {
      throw new InvalidRequest("limit", Fault.TOO_LONG, "limit", Integer.toString(most));
    }
    return limit;
  }
}
