package nl.korf.service.web;

import org.springframework.stereotype.Component;

/** How long answers may be kept, and by whom. */
@Component
public final class CacheRules {

  private final WebSettings settings;

  CacheRules(WebSettings settings) {
    this.settings = settings;
  }

  /** An answer that never changes. */
  public String lasting() {
    return keeper() + ", max-age=" + settings.cacheMaxAge().toSeconds() + ", immutable";
  }

  /** An answer about now. */
  public String passing() {
    return keeper() + ", max-age=1";
  }

  /** Long text, which may be erased. */
  public String text() {
    return keeper() + ", max-age=300";
  }

  private String keeper() {
    return settings.reading() == WebSettings.Reading.OPEN ? "public" : "private";
  }
}
