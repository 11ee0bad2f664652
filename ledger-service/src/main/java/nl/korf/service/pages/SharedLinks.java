package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What a page tells about itself where a link to it is shared (the Open Graph protocol, ogp.me). A
 * page that is about somebody is never named: what is shared is the name of its section, unless its
 * route puts a text of the ledger that names no person in the attribute {@code shared}.
 */
@Configuration(proxyBeanMethods = false)
class SharedLinks implements WebMvcConfigurer {

  private static final String PICTURE = "/korf-share.png";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Picture()).excludePathPatterns("/v1/**");
  }

  /** Readers of these tags want the whole address of a picture. */
  private static final class Picture implements HandlerInterceptor {

    @Override
    public void postHandle(
        HttpServletRequest request,
        HttpServletResponse response,
        Object handler,
        @Nullable ModelAndView page) {
      String view = page == null ? null : page.getViewName();
      if (page != null && view != null && !view.startsWith("redirect:")) {
        String address = request.getRequestURL().toString();
        String site = address.substring(0, address.length() - request.getRequestURI().length());
        page.addObject("shareImage", site + PICTURE);
      }
    }
  }
}
