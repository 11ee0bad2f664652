package nl.korf.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

/** The sentences and words of the pages in both languages. */
class MessagesTest {

  @Test
  void bothLanguagesHaveTheSameSentences() throws IOException {
    for (String bundle : PageLanguage.BUNDLES) {
      assertThat(read("/" + bundle + ".properties").stringPropertyNames())
          .as(bundle)
          .isEqualTo(read("/" + bundle + "_en.properties").stringPropertyNames());
    }
  }

  @Test
  void noSentenceIsInTwoFiles() throws IOException {
    List<String> all = new ArrayList<>();
    for (String bundle : PageLanguage.BUNDLES) {
      all.addAll(read("/" + bundle + ".properties").stringPropertyNames());
    }

    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(100);
  }

  /** Only a sentence with a place to fill is read as a pattern, in which a quote is doubled. */
  @ParameterizedTest
  @ValueSource(strings = {"", "_en"})
  void aQuoteIsDoubledInASentenceWithPlacesToFillAndNowhereElse(String suffix) throws IOException {
    for (String bundle : PageLanguage.BUNDLES) {
      read("/" + bundle + suffix + ".properties")
          .forEach((key, text) ->
              assertThat(wronglyQuoted((String) text)).as(key + ": " + text).isFalse());
    }
    assertThat(wronglyQuoted("the auditor''s tool")).isTrue();
    assertThat(wronglyQuoted("{0}'s tool")).isTrue();
  }

  private static boolean wronglyQuoted(String text) {
    return text.contains("{") ? text.replace("''", "").contains("'") : text.contains("''");
  }

  @ParameterizedTest
  @CsvSource({
    "in uitvoering, nl, in uitvoering,",
    "in uitvoering, en, under way,",
    "tech_lead, nl, technisch trekker,",
    "Implementable, nl, uitvoerbaar,",
    "implementable, en, implementable,",
    "kwartetclub, en, kwartetclub, und",
  })
  void aWordIsSaidInALanguageOrShownAsItIs(
      String word, String language, String text, String ownLanguage) {
    MessageSource messages = new PageLanguage().messageSource();

    assertThat(new Words(messages).in(language, word)).isEqualTo(new Said(text, ownLanguage));
  }

  private static Properties read(String resource) throws IOException {
    Properties properties = new Properties();
    try (InputStream bytes = MessagesTest.class.getResourceAsStream(resource)) {
      properties.load(new InputStreamReader(Objects.requireNonNull(bytes), StandardCharsets.UTF_8));
    }
    return properties;
  }
}
