package nl.korf.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of the refusal catalogue in one language: a message ("what was refused, the fact in
 * the way") and the next step, with values by name: {@code {mandate}}; {@code {since|date}} is the
 * calendar date of an instant in {@link #ZONE}. A value that was not given is shown as {@value
 * #ABSENT}.
 */
public final class Wording {

  /** Dates in sentences are of this zone; the ledger itself keeps instants. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /** Stands where a value was not given. */
  public static final String ABSENT = "–";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)(\\|date)?}");
  private static final Wording DUTCH = new Wording("refusals_nl.properties");
  private static final Wording ENGLISH = new Wording("refusals_en.properties");

  private final Properties templates;

  private Wording(String resource) {
    this.templates = read(resource);
  }

  /** The sentences in {@code nl} or, for any other language, English. */
  public static Wording in(String language) {
    return language.startsWith("nl") ? DUTCH : ENGLISH;
  }

  public String message(Refusal refusal, Map<String, String> values) {
    return fill(template(refusal.code()), values);
  }

  public String next(Refusal refusal, Map<String, String> values) {
    return fill(template(refusal.code() + ".next"), values);
  }

  /** The message as written, with its placeholders. */
  public String messageTemplate(Refusal refusal) {
    return template(refusal.code());
  }

  /** The next step as written, with its placeholders. */
  public String nextTemplate(Refusal refusal) {
    return template(refusal.code() + ".next");
  }

  /** The names of the values the two sentences show. */
  public SortedSet<String> names(Refusal refusal) {
    String both = messageTemplate(refusal) + nextTemplate(refusal);
    return PLACEHOLDER
        .matcher(both)
        .results()
        .map(match -> match.group(1))
        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
  }

  /** Amounts are written with "VAT" in facts and proofs; in a Dutch sentence that is "btw". */
  private String inLanguage(String value) {
    return this == DUTCH ? value.replace("cl. VAT", "cl. btw") : value;
  }

  private String template(String key) {
    String template = templates.getProperty(key);
    if (template == null) {
      throw new IllegalStateException("no wording for " + key);
    }
    return template;
  }

  private String fill(String template, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(shown(match, values)));
  }

  private String shown(MatchResult match, Map<String, String> values) {
    String value = values.get(match.group(1));
    if (value == null || value.isBlank()) {
      return ABSENT;
    }
    return match.group(2) == null ? inLanguage(value) : date(value);
  }

  private static String date(String instant) {
    try {
      return Instant.parse(instant).atZone(ZONE).toLocalDate().toString();
    } catch (DateTimeParseException notAnInstant) {
      return instant;
    }
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream stream = Wording.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("missing from the build: " + resource);
      }
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties;
  }
}
