package nl.korf.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.StoredLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as somebody types them. */
class CommandsTest extends TypedCommands {

  @Test
  void anHonestExportIsProvenInAFolderAZipAndAtAnAddress() throws IOException {
    String zip = Bundle.zip(FILES, folder.resolve("export.zip"), "").toString();
    String nested = Bundle.zip(FILES, folder.resolve("nested.zip"), "ledger-1/").toString();

    assertThat(run("verify", export).code()).isZero();
    assertThat(run("verify", zip).code()).isZero();
    assertThat(run("verify", nested).code()).isZero();
    HttpServer server = serve(FILES);
    try {
      String url = "http://localhost:" + server.getAddress().getPort() + "/e";
      assertThat(run("verify", url, "--key", Bundle.LOG.key()).code()).isZero();
      assertThat(run("verify", url + "x").code()).as("not there").isEqualTo(2);
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer serve(Map<String, byte[]> files) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/e/",
        exchange -> {
          byte[] file = files.get(exchange.getRequestURI().getPath().substring("/e/".length()));
          try (exchange) {
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
              exchange.getResponseBody().write(file);
            }
          }
        });
    server.start();
    return server;
  }

  @Test
  void theResultForMachinesSaysWhatWasDone() {
    Ran ran = run("verify", export, "--json", "--key", Bundle.LOG.key());

    assertThat(ran.json().get("result").stringValue()).isEqualTo("proven");
    assertThat(ran.json().get("exit").intValue()).isZero();
    assertThat(ran.json().at("/figures/facts").intValue()).isEqualTo(FACTS.size());
    assertThat(ran.json().at("/figures/checkpoints").intValue()).isEqualTo(3);
    assertThat(ran.json().at("/figures/bytes").longValue())
        .isEqualTo(
            FILES.entrySet().stream()
                .filter(file -> !file.getKey().equals("view-hashes.ndjson"))
                .mapToLong(file -> file.getValue().length)
                .sum());
    assertThat(ran.json().at("/figures/seconds").isNumber()).isTrue();
  }

  @Test
  void aDisprovedExportSaysWhereAndWhat() throws IOException {
    Path facts = folder.resolve("export/facts/000000001.ndjson");
    Files.writeString(facts, Files.readString(facts).replace(":\\\"dirk", ":\\\"carl"));

    Ran people = run("verify", export);
    Ran machines = run("verify", export, "--json");

    assertThat(people.code()).isEqualTo(1);
    assertThat(people.out())
        .contains("DISPROVED  position 9: the payload is not the one that was hashed")
        .contains("; expected ", "; found ", "(facts/000000001.ndjson)")
        .endsWith("verify: disproved\n");
    assertThat(machines.json().at("/findings/0/position").intValue()).isEqualTo(9);
    assertThat(machines.json().at("/findings/0/file").stringValue())
        .isEqualTo("facts/000000001.ndjson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify /nowhere/at/all",
        "verify",
        "verfy x",
        "verify EXPORT --key nonsense",
        "verify EXPORT --checkpoint /nowhere",
        "prove EXPORT 0",
        "prove EXPORT 9999",
        "prove EXPORT x",
        "prove EXPORT 3 --size 4",
        "check /nowhere --fact /nowhere --key KEY",
        "check /nowhere --fact /nowhere",
        "consistency /nowhere EXPORT",
        "replay EXPORT --at 0",
        "replay EXPORT --at 1,x,99999",
        "competence EXPORT --decision d-99",
        "competence EXPORT --decision §§",
        "compare EXPORT /nowhere",
        "time EXPORT",
        "time EXPORT --delay -1",
        "verify http://localhost:1/"
      })
  void whatCannotBeCheckedEndsWithTwoAndASentence(String typed) {
    Ran ran = run(typed.replace("EXPORT", export).replace("KEY", Bundle.LOG.key()).split(" "));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out() + ran.err()).isNotBlank();
  }

  @Test
  void theViewIsReplayedAtTenPositions() {
    StringBuilder positions = new StringBuilder("1");
    for (int i = 2; i <= 10; i++) {
      positions.append(',').append(FACTS.size() * i / 10);
    }
    Ran ran = run("replay", export, "--at", positions.toString(), "--json");

    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.json().at("/figures/comparedPositions").intValue()).isEqualTo(10);
    assertThat(ran.json().at("/figures/viewHashes").size()).isEqualTo(10);
    assertThat(run("replay", export, "--at", "all").code()).isZero();
  }

  @Test
  void anExportOfAnotherViewVersionIsNotReplayed() throws IOException {
    Path head = folder.resolve("export/export.json");
    Files.writeString(
        head, Files.readString(head).replaceFirst("\"viewVersion\":\\d+", "\"viewVersion\":999"));

    assertThat(run("replay", export).code()).isEqualTo(2);
    assertThat(run("verify", export).code()).as("control").isZero();
  }

  @Test
  void verdictsAreRunAgain() {
    Ran all = run("competence", export, "--json");
    Ran one = run("competence", export, "--decision", "d-2");

    assertThat(all.code()).as(all.out()).isZero();
    assertThat(all.json().at("/figures/same").intValue()).isEqualTo(2);
    assertThat(one.code()).isZero();
    assertThat(one.out()).contains("DecisionTaken: COMPETENT, same");
  }

  @Test
  void twoExportsAreComparedToTheFirstDifference() throws IOException {
    List<StoredLine> shorter = LINES.subList(0, 10);
    String begins = Bundle.write(new Bundle(shorter).files(), folder.resolve("b")).toString();
    List<StoredLine> changed = new java.util.ArrayList<>(LINES);
    changed.set(4, LINES.get(4).with(LINES.get(4).header(), "{}"));
    String differs = Bundle.write(new Bundle(changed).files(), folder.resolve("c")).toString();

    assertThat(run("compare", export, export).code()).isZero();
    assertThat(run("compare", export, begins).code()).isZero();
    assertThat(run("compare", export, begins).out()).contains("begins the longer one");
    assertThat(run("compare", export, differs).out())
        .contains("DISPROVED  position 5: the first difference: the payload");
  }

  @Test
  void keysCanStandInAFile() throws IOException {
    String keys = file("keys", Bundle.LOG.key() + "\n\n" + Bundle.WITNESS.key() + "\n");

    Ran ran = run("verify", export, "--key", keys, "--json");

    assertThat(ran.code()).isZero();
    assertThat(ran.json().at("/figures/cosignedCheckpoints").intValue()).isEqualTo(3);
    assertThat(ran.json().at("/figures/signaturesOfUnknownKeys").intValue()).isZero();
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(run("--help").out())
        .contains(
            "verify", "prove", "check", "consistency", "replay", "competence", "compare", "time");
    assertThat(run("verify", "--help").out()).contains("--checkpoint", "--json");
    assertThat(new TreeMap<>(FILES)).as("the export is whole").containsKey("export.json");
  }
}
