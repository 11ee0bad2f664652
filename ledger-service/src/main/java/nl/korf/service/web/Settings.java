package nl.korf.service.web;

import nl.korf.service.host.NodeRoles;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads {@link WebSettings} and the roles of this process, with addresses or without. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class Settings {

  @Bean
  NodeRoles nodeRoles(Environment environment) {
    return NodeRoles.of(environment);
  }
}
