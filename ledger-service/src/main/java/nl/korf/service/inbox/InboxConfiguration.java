package nl.korf.service.inbox;

import nl.korf.service.notices.Notices;
import nl.korf.service.notices.Subscriptions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the mark of the inbox on the pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class InboxConfiguration implements WebMvcConfigurer {

  private final Notices notices;
  private final Subscriptions subscriptions;

  InboxConfiguration(Notices notices, Subscriptions subscriptions) {
    this.notices = notices;
    this.subscriptions = subscriptions;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new HeaderMark(notices, subscriptions))
        .excludePathPatterns("/v1/**", "/actuator/**", "/sign-in", "/error");
  }
}
