package nl.korf.service.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** As much of Markdown as the papers use. */
final class Markdown {

  private static final Pattern BLOCK =
      Pattern.compile("^```([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  private Markdown() {}

  /** The fenced blocks whose fence says exactly this, without their last line break. */
  static List<String> blocks(String text, String fence) {
    return blocks(text).stream()
        .filter(block -> block.fence().equals(fence))
        .map(Block::text)
        .toList();
  }

  /**
   * A fenced block.
   *
   * @param fence what stands behind the three marks
   */
  record Block(String fence, String text) {}

  /** All fenced blocks in order. */
  static List<Block> blocks(String text) {
    return BLOCK
        .matcher(text)
        .results()
        .map(block -> new Block(block.group(1).strip(), block.group(2).strip()))
        .toList();
  }

  /** Where the links go that stay inside the project. */
  static List<String> innerLinks(String text) {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains("://"))
        .toList();
  }

  /** The cells of every table row, head and rules left out. */
  static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line : text.lines().toList()) {
      if (!line.startsWith("|")) {
        inTable = false;
      } else if (line.matches("\\|( *:?-+:? *\\|)+")) {
        inTable = true;
      } else if (inTable) {
        rows.add(cells(line));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Pattern.compile("\\|([^|]*)(?=\\|)")
        .matcher(line)
        .results()
        .map((MatchResult cell) -> cell.group(1).strip())
        .toList();
  }
}
