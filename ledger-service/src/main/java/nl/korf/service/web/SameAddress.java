package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The address that was asked for, with some parameters of its query set. The query is decoded and
 * encoded anew, since servers let through what no address may hold ({@code [}, {@code |}).
 */
final class SameAddress {

  private SameAddress() {}

  /** The address with parameters as name, value, name, value; what it said of them is replaced. */
  static String with(HttpServletRequest request, String... namesAndValues) {
    Map<String, String> set = new HashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      set.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    List<String> query = new ArrayList<>();
    for (String piece : pieces(request.getQueryString())) {
      int equals = piece.indexOf('=');
      String name = decoded(equals < 0 ? piece : piece.substring(0, equals));
      if (!set.containsKey(name)) {
        query.add(
            equals < 0 ? encoded(name) : parameter(name, decoded(piece.substring(equals + 1))));
      }
    }
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      query.add(parameter(namesAndValues[i], namesAndValues[i + 1]));
    }
    String path = request.getRequestURI();
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static List<String> pieces(@Nullable String query) {
    return query == null
        ? List.of()
        : List.of(query.split("&", -1)).stream().filter(piece -> !piece.isEmpty()).toList();
  }

  private static String parameter(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  /** Colons stay as they are, so that an instant can be read. */
  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8).replace("%3A", ":");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new InvalidRequest("", Fault.UNREADABLE);
    }
  }
}
