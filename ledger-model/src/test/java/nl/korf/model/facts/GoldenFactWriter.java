package nl.korf.model.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.korf.model.ModelJson;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the golden file of every stored fact that has none yet, once, by hand: run {@link #main}
 * with the folder as argument. A file that is there is never written again: it stands for facts
 * that lie in ledgers.
 */
final class GoldenFactWriter {

  private static final JsonMapper PRETTY =
      ModelJson.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private GoldenFactWriter() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (String name : FactTypes.names()) {
      Path file = folder.resolve(name + ".v" + FactTypes.version(name) + ".json");
      if (Files.notExists(file)) {
        Files.writeString(file, golden(name));
        System.out.println("written: " + file);
      }
    }
  }

  private static String golden(String name) {
    Fact fact = Filler.full().fact(FactTypes.recordOf(name));
    FactJson.Encoded encoded = FactJson.encode(fact);
    ObjectNode file = PRETTY.createObjectNode();
    file.set("payload", PRETTY.readTree(encoded.payload()));
    if (encoded.personal() != null) {
      file.set("personal", PRETTY.readTree(encoded.personal()));
    }
    return PRETTY.writeValueAsString(file) + "\n";
  }
}
