package nl.korf.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Findings;
import nl.korf.auditor.checks.ProofCheck;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.VerifierKey;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.NaiveView;
import nl.korf.auditor.testing.StoredLine;
import nl.korf.auditor.testing.Story;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.RecordedFact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The commands as somebody types them. */
class CommandsTest {

  private static final List<RecordedFact> FACTS =
      Story.ofTheMinister().decide("d-1", "dirk", 10).decide("d-2", "olga", 20).facts();
  private static final List<StoredLine> LINES = StoredLine.all(Bundle.LEDGER, FACTS);
  private static final Map<String, byte[]> FILES =
      new Bundle(LINES)
          .checkpoints(3, 10, FACTS.size())
          .witnessed(Bundle.WITNESS, 30)
          .views(NaiveView.hashes(FACTS))
          .files();

  @TempDir private Path folder;
  private String export = "";

  private record Ran(int code, String out, String err) {

    JsonNode json() {
      return ModelJson.mapper().readTree(out);
    }
  }

  @BeforeEach
  void anExport() throws IOException {
    export = Bundle.write(FILES, folder.resolve("export")).toString();
  }

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Auditor.line(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    assertThat(out + err.toString()).as("no stack trace").doesNotContain("\tat ");
    return new Ran(code, out.toString(), err.toString());
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

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
  void aFactIsProvenToSomebodyWhoHasNothingButTheKey() throws IOException {
    String proof = folder.resolve("fact.tlog-proof").toString();
    String fact = folder.resolve("fact.json").toString();

    assertThat(run("prove", export, "7", "-o", proof, "--fact", fact).code()).isZero();
    Ran checked = run("check", proof, "--fact", fact, "--key", Bundle.LOG.key(), "--json");

    assertThat(checked.code()).as(checked.out()).isZero();
    assertThat(checked.json().at("/figures/position").intValue()).isEqualTo(7);
    assertThat(checked.json().at("/figures/proven").toString())
        .isEqualTo("[\"payload\",\"metadata\"]");
    assertThat(
            run(
                    "check",
                    proof,
                    "--fact",
                    file("header.json", LINES.get(6).header()),
                    "--key",
                    Bundle.LOG.key())
                .code())
        .as("the header alone")
        .isZero();
    assertThat(
            run(
                    "check",
                    proof,
                    "--fact",
                    file("other.json", LINES.get(7).json()),
                    "--key",
                    Bundle.LOG.key())
                .code())
        .as("another fact")
        .isEqualTo(1);
    assertThat(
            run(
                    "check",
                    proof,
                    "--fact",
                    fact,
                    "--key",
                    Bundle.WITNESS.key(),
                    "--key",
                    nl.korf.auditor.testing.Signer.log(Bundle.ORIGIN, 3).key())
                .code())
        .as("another key")
        .isEqualTo(1);
  }

  @Test
  void everyBitOfAProofIsFound() throws Malformed {
    byte[] proof = run("prove", export, "7", "--size", "10").out().getBytes(StandardCharsets.UTF_8);
    byte[] fact = LINES.get(6).header().getBytes(StandardCharsets.UTF_8);
    Keys keys =
        new Keys(
            List.of(VerifierKey.parse(Bundle.LOG.key()), VerifierKey.parse(Bundle.WITNESS.key())));
    String honest = said(proof, fact, keys);
    assertThat(honest).as("control").contains("cosignedAt=[2026-");
    for (int bit = 0; bit < proof.length * 8; bit++) {
      byte[] other = proof.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(said(other, fact, keys)).as("bit %d", bit).isNotEqualTo(honest);
    }
  }

  /** What is proven; a witness whose line is not its own any more is not among those who saw it. */
  private static String said(byte[] proof, byte[] fact, Keys keys) {
    Findings findings = new Findings();
    try {
      return ProofCheck.run(proof, fact, keys, findings, "proof") + " " + findings.kept();
    } catch (CannotCheck e) {
      return e.problems().toString();
    }
  }

  @Test
  void aLaterCheckpointGoesOnFromAnEarlierOneOrDoesNot() throws IOException {
    String old = note(0);
    String middle = note(1);
    String key = Bundle.LOG.key();
    Map<String, byte[]> other =
        new Bundle(
                StoredLine.all(
                    Bundle.LEDGER, Story.ofTheMinister().decide("d-1", "dirk", 11).facts()))
            .files();
    String fork = Bundle.write(other, folder.resolve("fork")).toString();
    String latest = folder.resolve("export/checkpoint").toString();

    assertThat(run("consistency", old, export).code()).isZero();
    assertThat(run("consistency", old, middle, "--export", export).code()).isZero();
    assertThat(run("consistency", middle, middle, "--key", key).code()).isZero();
    assertThat(run("consistency", old, middle, "--key", key).code()).as("no tiles").isEqualTo(2);
    assertThat(run("consistency", middle, old, "--export", export).code())
        .as("shrunk")
        .isEqualTo(1);
    assertThat(run("consistency", latest, fork).code()).as("another history").isEqualTo(1);
  }

  private String note(int line) throws IOException {
    String published = Files.readAllLines(folder.resolve("export/checkpoints.ndjson")).get(line);
    return file(
        "checkpoint-" + line, ModelJson.mapper().readTree(published).get("note").stringValue());
  }

  @Test
  void aKeptCheckpointHasToBePartOfTheHistory() throws IOException {
    Map<String, byte[]> other =
        new Bundle(
                StoredLine.all(
                    Bundle.LEDGER, Story.ofTheMinister().decide("d-1", "dirk", 11).facts()))
            .files();
    String fork = Bundle.write(other, folder.resolve("fork")).toString();

    assertThat(run("verify", export, "--checkpoint", note(0), "--checkpoint", note(1)).code())
        .isZero();
    assertThat(run("verify", fork).code()).as("control: by itself").isZero();
    assertThat(
            run("verify", fork, "--checkpoint", folder.resolve("export/checkpoint").toString())
                .code())
        .isEqualTo(1);
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
  void timesAreHeldAgainstThoseOfWitnesses() throws IOException {
    String witness = Bundle.WITNESS.key();
    Map<String, byte[]> late =
        new Bundle(LINES).checkpoints(FACTS.size()).witnessed(Bundle.WITNESS, 3_600).files();
    Map<String, byte[]> early =
        new Bundle(LINES.subList(0, 1)).witnessed(Bundle.WITNESS, -10).files();
    String backdated = Bundle.write(late, folder.resolve("late")).toString();
    String foreseen = Bundle.write(early, folder.resolve("early")).toString();

    assertThat(run("time", export, "--delay", "900", "--key", witness).code()).isZero();
    assertThat(run("time", export, "--key", witness).code())
        .as("a minute between facts, three checkpoints: the first fact of each waited longer")
        .isEqualTo(1);
    assertThat(run("time", backdated, "--key", witness).out()).contains("may be back-dated");
    assertThat(run("time", foreseen, "--key", witness).out())
        .contains("it says it was recorded after a witness had seen it");
    assertThat(run("time", export).out()).contains("no key of a witness was given");
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
