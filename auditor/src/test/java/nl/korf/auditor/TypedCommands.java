package nl.korf.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.NaiveView;
import nl.korf.auditor.testing.StoredLine;
import nl.korf.auditor.testing.Story;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.RecordedFact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An export, and commands as somebody types them about it. */
abstract class TypedCommands {

  static final List<RecordedFact> FACTS =
      Story.ofTheMinister().decide("d-1", "dirk", 10).decide("d-2", "olga", 20).facts();
  static final List<StoredLine> LINES = StoredLine.all(Bundle.LEDGER, FACTS);
  static final Map<String, byte[]> FILES =
      new Bundle(LINES)
          .checkpoints(3, 10, FACTS.size())
          .witnessed(Bundle.WITNESS, 30)
          .views(NaiveView.hashes(FACTS))
          .files();

  @TempDir Path folder;
  String export = "";

  record Ran(int code, String out, String err) {

    JsonNode json() {
      return ModelJson.mapper().readTree(out);
    }
  }

  @BeforeEach
  void anExport() throws IOException {
    export = Bundle.write(FILES, folder.resolve("export")).toString();
  }

  static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Auditor.line(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    assertThat(out + err.toString()).as("no stack trace").doesNotContain("\tat ");
    return new Ran(code, out.toString(), err.toString());
  }

  String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
