package nl.korf.service.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** axe-core by Deque, run in the page that is open: what of WCAG 2.2 A and AA a machine can see. */
final class Axe {

  private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  /** The rules a colour scheme can break: the page is the same in both. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final String SOURCE = source();

  private static final String RUN =
      """
      async (only) => {
        const found = await axe.run(document, {
          runOnly: only,
          resultTypes: ["violations"],
          elementRef: false,
        });
        return found.violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, html, failureSummary }) =>
            `${id} (${help}) at ${target.join(" ")}: ${html.slice(0, 160)}: ${failureSummary}`));
      }
      """;

  private Axe() {}

  /** Every violation on a page, a line each. */
  static List<String> violations(Page page) {
    return run(page, Map.of("type", "tag", "values", LEVELS));
  }

  /** Those among them that are a matter of colour. */
  static List<String> violationsOfColour(Page page) {
    return run(page, Map.of("type", "rule", "values", COLOURS));
  }

  /** Those of one rule. */
  static List<String> violationsOf(String rule, Page page) {
    return run(page, Map.of("type", "rule", "values", List.of(rule)));
  }

  private static List<String> run(Page page, Map<String, Object> only) {
    if (Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'undefined'"))) {
      page.evaluate(SOURCE);
    }
    return ((List<?>) page.evaluate(RUN, only)).stream().map(String::valueOf).toList();
  }

  private static String source() {
    try (InputStream source = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
