package nl.korf.service.web;

import java.time.Clock;
import java.util.List;
import nl.korf.service.host.NodeRoles;
import nl.korf.service.kernel.Commands;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts of this package to work. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration implements WebMvcConfigurer {

  private final Commands commands;
  private final Reading reading;
  private final CacheRules cache;
  private final Clock clock;

  WebConfiguration(Commands commands, Reading reading, CacheRules cache, Clock clock) {
    this.commands = commands;
    this.reading = reading;
    this.cache = cache;
    this.clock = clock;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new SubmissionResolver(commands));
    resolvers.add(new AsOfResolver(reading, cache, clock));
    resolvers.add(new PageQueryResolver());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new IdempotencyKeys()).addPathPatterns("/v1/**");
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.withJsonConverter(new JsonBody());
  }

  @Bean
  static FilterRegistrationBean<CommonFilter> commonFilter(WebSettings settings, NodeRoles roles) {
    FilterRegistrationBean<CommonFilter> first =
        new FilterRegistrationBean<>(new CommonFilter(settings, roles));
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  @Bean
  static FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
    FilterRegistrationBean<ShallowEtagHeaderFilter> tags =
        new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    tags.addUrlPatterns("/v1/*");
    return tags;
  }

  @Bean
  static WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> unreadableRequests() {
    return factory ->
        factory.addServerCustomizers(server -> server.setErrorHandler(new UnreadableRequests()));
  }
}
