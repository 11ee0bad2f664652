package nl.korf.service.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.korf.service.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * What problems of a folder say, in the language of a page. They are written in English, as the
 * command line prints them; their Dutch stands in a list beside the mappings.
 */
public final class ProblemWords {

  private static final String DUTCH = "/korf-import/problems-nl.txt";
  private static final Pattern PART = Pattern.compile("\\{(\\d)}");

  private static final ProblemWords ENGLISH_WORDS = new ProblemWords(List.of());
  private static final ProblemWords DUTCH_WORDS = new ProblemWords(read());

  private final List<Sentence> sentences;

  private record Sentence(Pattern english, String dutch) {}

  private ProblemWords(List<Sentence> sentences) {
    this.sentences = List.copyOf(sentences);
  }

  static ProblemWords in(String language) {
    return language.equals(Language.DUTCH) ? DUTCH_WORDS : ENGLISH_WORDS;
  }

  /** The sentence in the language of the page; as it is where nothing is known of it. */
  public String say(String english) {
    String said = said(english);
    return said == null ? english : said;
  }

  /** Whether the sentence is not in the language of the page. */
  public boolean isForeign(String english) {
    return !sentences.isEmpty() && said(english) == null;
  }

  private @Nullable String said(String english) {
    for (Sentence sentence : sentences) {
      Matcher found = sentence.english().matcher(english);
      if (found.matches()) {
        return PART.matcher(sentence.dutch())
            .replaceAll(part ->
                Matcher.quoteReplacement(say(found.group(Integer.parseInt(part.group(1))))));
      }
    }
    return null;
  }

  private static List<Sentence> read() {
    try (InputStream bytes = ProblemWords.class.getResourceAsStream(DUTCH);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(bytes, DUTCH), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(ProblemWords::sentence)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(DUTCH, failure);
    }
  }

  private static Sentence sentence(String line) {
    int equals = line.indexOf(" = ");
    StringBuilder english = new StringBuilder();
    Matcher part = PART.matcher(line.substring(0, equals));
    int from = 0;
    while (part.find()) {
      english.append(Pattern.quote(line.substring(from, part.start()))).append("(.*?)");
      from = part.end();
    }
    english.append(Pattern.quote(line.substring(from, equals)));
    return new Sentence(
        Pattern.compile(english.toString(), Pattern.DOTALL), line.substring(equals + 3));
  }
}
