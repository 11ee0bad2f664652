package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language of an answer: Dutch, or English where the reader prefers it. */
public final class Language {

  public static final String DUTCH = "nl";
  public static final String ENGLISH = "en";

  private static final Pattern CHOSEN = Pattern.compile("(?:^|&)lang=(nl|en)(?:&|$)");

  private Language() {}

  /** The first of the reader's languages that we speak; Dutch without one. */
  public static String of(HttpServletRequest request) {
    return request.getHeader("Accept-Language") == null
        ? DUTCH
        : firstSpoken(Collections.list(request.getLocales()));
  }

  /**
   * The language of a page: the one in its address ({@code ?lang=}), else as for any answer. Read
   * from the address as it was sent, so that an address that cannot be read gets its answer too.
   */
  public static String ofPage(HttpServletRequest request) {
    String chosen = chosen(request);
    return chosen == null ? of(request) : chosen;
  }

  /** What an address needs so that its page keeps to the language chosen in this one. */
  public static String query(HttpServletRequest request) {
    String chosen = chosen(request);
    return chosen == null ? "" : "?lang=" + chosen;
  }

  private static @Nullable String chosen(HttpServletRequest request) {
    String query = request.getQueryString();
    Matcher chosen = CHOSEN.matcher(query == null ? "" : query);
    return chosen.find() ? chosen.group(1) : null;
  }

  static String firstSpoken(List<Locale> preferred) {
    return preferred.stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals(DUTCH) || language.equals(ENGLISH))
        .findFirst()
        .orElse(DUTCH);
  }
}
