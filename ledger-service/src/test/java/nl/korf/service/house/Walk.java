package nl.korf.service.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The commands a paper tells people to type, each with the answer it shows: fenced blocks {@code sh
 * walk}, each followed by one that ends in {@code answer}.
 */
final class Walk {

  /**
   * An answer, or what matters of it.
   *
   * @param status null: not shown
   */
  record Answer(@Nullable String status, Map<String, String> headers, JsonNode body) {

    /** From {@code curl -i}, or from {@code curl -s} without status and headers. */
    static Answer parse(String written) {
      String text = written.replace("\r\n", "\n").strip();
      if (!text.startsWith("HTTP/")) {
        return new Answer(null, Map.of(), json(text));
      }
      String[] parts = text.split("\n\n", 2);
      List<String> head = parts[0].lines().toList();
      Map<String, String> headers = new TreeMap<>();
      for (String line : head.subList(1, head.size())) {
        String[] header = line.split(": ", 2);
        headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
      }
      return new Answer(head.getFirst().split(" ")[1], headers, json(parts[1]));
    }

    private static JsonNode json(String text) {
      return ModelJson.mapper().readTree(text);
    }
  }

  private Walk() {}

  /**
   * What a paper shows that is not so.
   *
   * @param ask runs one command and says what it answered
   */
  static List<String> differences(String paper, Function<String, Answer> ask) {
    List<String> wrong = new ArrayList<>();
    List<Markdown.Block> blocks = Markdown.blocks(paper);
    for (int i = 0; i < blocks.size(); i++) {
      if (!blocks.get(i).fence().equals("sh walk")) {
        continue;
      }
      String command = blocks.get(i).text();
      String first = command.lines().findFirst().orElse("");
      if (i + 1 == blocks.size() || !blocks.get(i + 1).fence().endsWith(" answer")) {
        wrong.add("no answer is shown to: " + first);
        continue;
      }
      Answer shown = Answer.parse(blocks.get(i + 1).text());
      compare(shown, ask.apply(command)).forEach(one -> wrong.add(first + " -> " + one));
    }
    return wrong;
  }

  private static List<String> compare(Answer shown, Answer got) {
    List<String> wrong = new ArrayList<>();
    if (shown.status() != null && !shown.status().equals(got.status())) {
      wrong.add("status %s, not %s".formatted(got.status(), shown.status()));
    }
    shown
        .headers()
        .forEach((name, value) -> {
          if (!value.equals(got.headers().get(name))) {
            wrong.add("%s: %s, not %s".formatted(name, got.headers().get(name), value));
          }
        });
    compare("", shown.body(), got.body(), wrong);
    return wrong;
  }

  /** Everything shown must be there; there may be more, but in a list nothing before or between. */
  private static void compare(String at, JsonNode shown, JsonNode got, List<String> wrong) {
    if (shown.isObject()) {
      shown
          .properties()
          .forEach(member ->
              compare(
                  at + "/" + member.getKey(), member.getValue(), got.path(member.getKey()), wrong));
    } else if (shown.isArray() && shown.size() <= got.size()) {
      for (int i = 0; i < shown.size(); i++) {
        compare(at + "/" + i, shown.get(i), got.get(i), wrong);
      }
    } else if (!shown.equals(got)) {
      wrong.add("%s: %s, not %s".formatted(at, got, shown));
    }
  }
}
