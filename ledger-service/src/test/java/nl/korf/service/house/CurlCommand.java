package nl.korf.service.house;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** As much of curl's command line as the papers use, for machines that have no curl. */
final class CurlCommand {

  private CurlCommand() {}

  /** The request a command sends. */
  static HttpRequest request(String command) {
    List<String> words = words(command);
    if (words.isEmpty() || !words.getFirst().equals("curl")) {
      throw new IllegalArgumentException("not a curl command: " + command);
    }
    HttpRequest.Builder request = HttpRequest.newBuilder();
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-i", "-s" -> {}
        case "-H" -> {
          String[] header = words.get(++i).split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-d" -> request.POST(BodyPublishers.ofString(words.get(++i)));
        default -> request.uri(URI.create(words.get(i)));
      }
    }
    return request.build();
  }

  /** The words a shell makes of a line: single quotes, and lines that go on. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (char next : command.replace("\\\n", " ").toCharArray()) {
      if (next == '\'') {
        quoted = !quoted;
        begun = true;
      } else if (quoted || !Character.isWhitespace(next)) {
        word.append(next);
        begun = true;
      } else if (begun) {
        words.add(word.toString());
        word.setLength(0);
        begun = false;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
