package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The language of an answer: Dutch, or English where the reader prefers it. */
public final class Language {

  public static final String DUTCH = "nl";
  public static final String ENGLISH = "en";

  private Language() {}

  /** The first of the reader's languages that we speak; Dutch without one. */
  public static String of(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return DUTCH;
    }
    for (Locale locale : Collections.list(request.getLocales())) {
      if (locale.getLanguage().equals(ENGLISH) || locale.getLanguage().equals(DUTCH)) {
        return locale.getLanguage();
      }
    }
    return DUTCH;
  }
}
