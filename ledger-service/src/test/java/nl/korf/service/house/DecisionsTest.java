package nl.korf.service.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Decisions are numbered, indexed and short (docs/decisions/0001). */
class DecisionsTest {

  /** Longest page, in lines. */
  private static final int PAGE_LINES_MAX = 60;

  private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern TITLE = Pattern.compile("# 0*(\\d+)[. ].*");

  @Test
  void everyDecisionIsNumberedIndexedAndShort() {
    Map<String, String> pages = new TreeMap<>();
    for (Path page : House.written(".md")) {
      if (page.startsWith(House.file("docs/decisions")) && !page.endsWith("README.md")) {
        pages.put(Objects.requireNonNull(page.getFileName()).toString(), House.text(page));
      }
    }

    assertThat(pages).isNotEmpty();
    assertThat(wrong(pages, House.text("docs/decisions/README.md"))).isEmpty();
  }

  @Test
  void aBadPageIsFound() {
    Map<String, String> pages = new TreeMap<>();
    pages.put("0001-good.md", "# 0001 Good\n");
    pages.put("0002-long.md", "# 2. Long\n" + "\n".repeat(PAGE_LINES_MAX));
    pages.put("0003-other-title.md", "# 0004 Four\n");
    pages.put("0003-twice.md", "# 0003 Three\n");
    pages.put("5-short-number.md", "# 5 Five\n");
    String index = pages.keySet().stream().filter(name -> !name.contains("twice")).toList() + "";

    assertThat(wrong(pages, index))
        .containsExactly(
            "0002-long.md has 61 lines, at most 60",
            "0003-other-title.md is titled # 0004 Four",
            "0003-twice.md has a number that is taken",
            "0003-twice.md is not in the index",
            "5-short-number.md is not named NNNN-what-was-decided.md");
  }

  private static List<String> wrong(Map<String, String> pages, String index) {
    List<String> wrong = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    pages.forEach((name, text) -> {
      Matcher named = NAME.matcher(name);
      if (!named.matches()) {
        wrong.add(name + " is not named NNNN-what-was-decided.md");
        return;
      }
      if (!numbers.add(named.group(1))) {
        wrong.add(name + " has a number that is taken");
      }
      String title = text.lines().findFirst().orElse("");
      Matcher titled = TITLE.matcher(title);
      if (!titled.matches()
          || Integer.parseInt(titled.group(1)) != Integer.parseInt(named.group(1))) {
        wrong.add(name + " is titled " + title);
      }
      if (!index.contains(name)) {
        wrong.add(name + " is not in the index");
      }
      if (text.lines().count() > PAGE_LINES_MAX) {
        wrong.add(
            "%s has %d lines, at most %d".formatted(name, text.lines().count(), PAGE_LINES_MAX));
      }
    });
    return wrong;
  }
}
