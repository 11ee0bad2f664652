package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import nl.korf.service.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;

/** The language of pages: {@code ?lang=}, else what the browser asks for, else Dutch. */
@Configuration(proxyBeanMethods = false)
class PageLanguage {

  /** Where the sentences are, one file for each part of the pages. */
  static final String[] BUNDLES = {
    "messages", "first", "forms", "imports", "live", "map", "notices", "pages"
  };

  /** Sentences of the pages; Dutch is the base, and nothing falls back to the machine's locale. */
  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames(BUNDLES);
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver() {
    return new LocaleResolver() {
      @Override
      public Locale resolveLocale(HttpServletRequest request) {
        return Locale.of(Language.ofPage(request));
      }

      @Override
      public void setLocale(
          HttpServletRequest request,
          @Nullable HttpServletResponse response,
          @Nullable Locale locale) {
        throw new UnsupportedOperationException("the address says the language");
      }
    };
  }
}
