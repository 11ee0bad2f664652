package nl.korf.service.forms;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a command.
 *
 * @param route of the API, without {@code /v1}, with a name in braces for each part that says what
 *     it is about
 * @param fields what its body holds
 */
record Form(String route, List<Field> fields) {

  private static final Pattern PART = Pattern.compile("\\{[^}]*}");

  Form {
    fields = List.copyOf(fields);
  }

  /** {@code /groups/{group}/names} is {@code groups.names}: what its words are found by. */
  String key() {
    return route.substring(1).replaceAll("/\\{[^}]*}", "").replace('/', '.');
  }

  /** The address of its page, for what it is about. */
  String page(Map<String, String> about) {
    return FormPages.PREFIX + filled(about);
  }

  /** The address of the API it is sent to. */
  String address(Map<String, String> about) {
    return "/v1" + filled(about);
  }

  private String filled(Map<String, String> about) {
    Matcher part = PART.matcher(route);
    return part.replaceAll(found -> {
      String name = found.group().substring(1, found.group().length() - 1);
      return Matcher.quoteReplacement(about.getOrDefault(name, ""));
    });
  }
}
