package nl.korf.service.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** The sentences of problem documents in both languages, with values by name: {@code {limit}}. */
final class ProblemTexts {

  private static final Properties DUTCH = read("/problems.properties");
  private static final Properties ENGLISH = read("/problems_en.properties");

  private ProblemTexts() {}

  static String in(String language, String key, Map<String, String> values) {
    String text = texts(language).getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no sentence for " + key + " in " + language);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  /** Values by name from name, value, name, value. */
  static Map<String, String> pairs(String... namesAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }

  static Properties texts(String language) {
    return language.equals(Language.ENGLISH) ? ENGLISH : DUTCH;
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream bytes = ProblemTexts.class.getResourceAsStream(resource)) {
      properties.load(new InputStreamReader(Objects.requireNonNull(bytes), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties;
  }
}
