package nl.korf.service.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Licence, glossary and catalogue entry. */
class PapersTest {

  /** The English text of the EUPL 1.2 as SPDX publishes it, with a line break at its end. */
  private static final String EUPL_SHA256 =
      "57fb42fbcd0b037ce528ed8f72f1ec095d67bc6825ecf1448ff39be1fe68a4b4";

  /** Passing on a mandate is ondermandaat; delegatie is something else (Awb 10:9, 10:13). */
  private static final Pattern WRONG_WORD =
      Pattern.compile("(?i)\\b(sub-?)?(delegeren|gedelegeerd|subdelegatie|doordelegeren)\\b");

  @Test
  void theLicenceIsTheOfficialTextUnchanged() throws NoSuchAlgorithmException {
    byte[] text = House.text("LICENSE").getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);

    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(EUPL_SHA256);
  }

  @Test
  void theGlossaryGivesEveryWordOnceInBothLanguages() {
    assertThat(wrongRows(House.text("docs/glossary.md"))).isEmpty();
  }

  @Test
  void anIncompleteGlossaryRowIsFound() {
    String glossary =
        """
        | English (code) | Nederlands | Meaning | Source |
        | --- | --- | --- | --- |
        | fact | feit | what was accepted | |
        | fact | gegeven | again | |
        | holder | | who may act | |
        """;

    assertThat(wrongRows(glossary))
        .containsExactly("fact stands there twice", "holder has no Dutch word");
  }

  @Test
  void subMandatingIsNeverCalledDelegating() {
    assertThat(
            House.written(".md", ".html", ".properties").stream()
                .filter(file -> WRONG_WORD.matcher(House.text(file)).find())
                .map(Path::toString))
        .isEmpty();
    assertThat(WRONG_WORD.matcher("Mandaat delegeren").find()).isTrue();
    assertThat(WRONG_WORD.matcher("Delegatie (Awb 10:13)").find()).isFalse();
  }

  @Test
  void theCatalogueEntryHasWhatTheStandardWants() {
    assertThat(missing(new Yaml().load(House.text("publiccode.yml")))).isEmpty();
  }

  @Test
  void aThinCatalogueEntryIsFound() {
    Map<String, Object> entry = new Yaml().load(House.text("publiccode.yml"));
    entry.remove("platforms");
    entry.put("legal", Map.of("license", "MIT"));
    entry.put(
        "description", Map.of("en", Map.of("shortDescription", "x", "longDescription", "short")));

    assertThat(missing(entry))
        .containsExactly(
            "platforms", "legal.license EUPL-1.2", "description.en.longDescription", "features");
  }

  private static List<String> wrongRows(String glossary) {
    List<String> wrong = new ArrayList<>();
    Set<String> words = new HashSet<>();
    for (List<String> row : Markdown.rows(glossary)) {
      if (!words.add(row.get(0))) {
        wrong.add(row.get(0) + " stands there twice");
      }
      if (row.get(1).isEmpty()) {
        wrong.add(row.get(0) + " has no Dutch word");
      }
    }
    return wrong;
  }

  /** The standard's mandatory keys (version 0.7) and lengths. */
  private static List<String> missing(Map<String, Object> entry) {
    List<String> missing = new ArrayList<>();
    for (String key :
        List.of(
            "publiccodeYmlVersion",
            "name",
            "url",
            "platforms",
            "developmentStatus",
            "softwareType",
            "description",
            "legal",
            "maintenance",
            "localisation")) {
      if (entry.get(key) == null) {
        missing.add(key);
      }
    }
    if (!Map.of("license", "EUPL-1.2").equals(entry.get("legal"))) {
      missing.add("legal.license EUPL-1.2");
    }
    if (entry.get("description") instanceof Map<?, ?> languages) {
      languages.forEach((language, text) -> missingText(missing, language, (Map<?, ?>) text));
    }
    return missing;
  }

  private static void missingText(List<String> missing, Object language, Map<?, ?> text) {
    int shortLength = String.valueOf(text.get("shortDescription")).length();
    int longLength = String.valueOf(text.get("longDescription")).length();
    if (shortLength > 150) {
      missing.add("description.%s.shortDescription".formatted(language));
    }
    if (longLength < 150 || longLength > 10_000) {
      missing.add("description.%s.longDescription".formatted(language));
    }
    if (!(text.get("features") instanceof List<?> features) || features.isEmpty()) {
      missing.add("features");
    }
  }
}
