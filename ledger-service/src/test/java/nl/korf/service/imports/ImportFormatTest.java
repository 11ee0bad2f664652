package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The paper about the format says what the code takes. */
class ImportFormatTest {

  @Test
  void thePaperNamesEveryTableAndEveryColumn() throws IOException {
    Path paper = Path.of(System.getProperty("korf.root", ".."), "docs", "import-format.md");
    List<String> missing = new ArrayList<>();
    String text = Files.readString(paper);
    for (Table table : Table.values()) {
      int heading = text.indexOf("### " + table.label() + "\n");
      int next = text.indexOf("\n### ", heading + 1);
      String section = heading < 0 ? "" : text.substring(heading, next);
      table.columns().keySet().stream()
          .filter(column -> !section.contains("| `" + column + "`"))
          .forEach(column -> missing.add(table.label() + "." + column));
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void theBuiltInMappingsAreSound() {
    assertThat(Mappings.BUILT_IN)
        .allSatisfy(name -> assertThat(Mappings.builtIn(name).set()).isEqualTo(name));
  }
}
