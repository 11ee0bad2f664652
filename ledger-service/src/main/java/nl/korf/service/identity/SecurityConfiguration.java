package nl.korf.service.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nl.korf.service.web.Language;
import nl.korf.service.web.ProblemKind;
import nl.korf.service.web.ProblemWriter;
import nl.korf.service.web.WebSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which addresses ask who asks. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /**
   * Open to everybody always: signing in, the API's description, health, what pages are made of.
   */
  private static final String[] OPEN = {
    "/sign-in",
    "/v1/openapi.json",
    "/actuator/health/**",
    "/actuator/health",
    "/error",
    "/favicon.ico",
    "/*.css",
    "/*.js",
    "/korf.svg",
    "/korf-share.png",
    "/map/*.js",
    "/live/*.js",
    "/fonts/**"
  };

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, Tokens tokens, DemoPeople people, WebSettings settings) {
    boolean open = settings.reading() == WebSettings.Reading.OPEN;
    http.authorizeHttpRequests(
            asked -> {
              asked.requestMatchers(OPEN).permitAll();
              if (open) {
                asked.requestMatchers(HttpMethod.GET).permitAll();
                asked.requestMatchers(HttpMethod.HEAD).permitAll();
              }
              asked.anyRequest().authenticated();
            })
        .addFilterAfter(
            new HeaderIdentity(tokens, people, settings), SecurityContextHolderFilter.class)
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::mayBeForged))
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .exceptionHandling(failed ->
            failed
                .authenticationEntryPoint(SecurityConfiguration::unknown)
                .accessDeniedHandler(SecurityConfiguration::denied));
    return http.build();
  }

  /** There are no passwords; without this Spring Boot would make one up. */
  @Bean
  AuthenticationManager authenticationManager() {
    return asked -> {
      throw new ProviderNotFoundException("sign in with a token");
    };
  }

  /** A change whose only proof of who asks is a cookie, which a browser adds by itself. */
  private static boolean mayBeForged(HttpServletRequest request) {
    boolean signsIn = request.getRequestURI().equals("/sign-in");
    return !SAFE.contains(request.getMethod())
        && !HeaderIdentity.isShownIn(request)
        && (signsIn || request.getSession(false) != null);
  }

  private static void unknown(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String accept = request.getHeader("Accept");
    boolean page = accept != null && accept.contains("text/html");
    if (page && SAFE.contains(request.getMethod()) && !request.getRequestURI().startsWith("/v1")) {
      response.sendRedirect("/sign-in" + Language.query(request));
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer");
    ProblemWriter.write(request, response, ProblemKind.IDENTITY_NEEDED);
  }

  private static void denied(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    ProblemKind kind =
        failure instanceof CsrfException ? ProblemKind.FORM_EXPIRED : ProblemKind.NOT_ALLOWED;
    ProblemWriter.write(request, response, kind, "right", "?");
  }
}
