package nl.korf.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.korf.model.Refusal;
import org.junit.jupiter.api.Test;

/** Every sort of problem has its sentences in both languages, and no sentence is left over. */
class ProblemTextsTest {

  private static final Pattern VALUE = Pattern.compile("\\{[a-z]+}");
  private static final Properties DUTCH = ProblemTexts.texts(Language.DUTCH);
  private static final Properties ENGLISH = ProblemTexts.texts(Language.ENGLISH);

  @Test
  void bothLanguagesSayEverythingAndNothingElse() {
    assertThat(DUTCH.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(needed());
    assertThat(ENGLISH.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(needed());
  }

  @Test
  void aSentenceNamesTheSameValuesInBothLanguages() {
    for (String key : DUTCH.stringPropertyNames()) {
      assertThat(values(DUTCH.getProperty(key)))
          .as(key)
          .isEqualTo(values(ENGLISH.getProperty(key)));
    }
  }

  private static Set<String> needed() {
    Stream<String> kinds =
        Arrays.stream(ProblemKind.values())
            .flatMap(kind -> Stream.of(kind.code() + ".title", kind.code() + ".detail"));
    Stream<String> faults = Arrays.stream(Fault.values()).map(fault -> "fault." + fault.code());
    Stream<String> refusals =
        Arrays.stream(Refusal.Answer.values()).map(one -> "refused." + one.status() + ".title");
    return Stream.of(kinds, faults, refusals, Stream.of("page.whole"))
        .flatMap(one -> one)
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static List<String> values(String sentence) {
    return VALUE.matcher(sentence).results().map(match -> match.group()).sorted().toList();
  }
}
