package nl.korf.service.testing;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows every link of every page, from one on. */
public final class SiteWalk {

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
  private static final Pattern BELOW = Pattern.compile("^(/forms)?/([a-z]+)/[^/]+(/.*)?$");

  private SiteWalk() {}

  /**
   * Opens each page once, of each sort no more than the first few: they are made alike.
   *
   * @param eachMax pages opened of one sort
   * @param opened is told the address and the answer
   * @return how many links led to pages of each sort
   */
  public static Map<String, Integer> from(
      String start, Browser browser, int eachMax, BiConsumer<String, HttpResponse<String>> opened) {
    Map<String, Integer> sorts = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> ahead = new ArrayDeque<>(Set.of(start));
    while (!ahead.isEmpty()) {
      String address = ahead.removeFirst();
      if (sorts.merge(sortOf(address), 1, Integer::sum) <= eachMax) {
        HttpResponse<String> page = browser.open(address);
        opened.accept(address, page);
        links(page.body()).filter(seen::add).forEach(ahead::add);
      }
    }
    return sorts;
  }

  private static Stream<String> links(String page) {
    return LINK.matcher(page)
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .filter(link -> !link.startsWith("/sign-") && !link.startsWith("/v1/"));
  }

  /** {@code /initiatives/i-1/x} and {@code /initiatives/i-2/x} are pages of one sort. */
  private static String sortOf(String address) {
    String path = URI.create(address).getPath();
    Matcher below = BELOW.matcher(path);
    return below.matches()
        ? (below.group(1) == null ? "" : "/forms")
            + "/"
            + below.group(2)
            + "/*"
            + (below.group(3) == null ? "" : below.group(3))
        : path;
  }
}
