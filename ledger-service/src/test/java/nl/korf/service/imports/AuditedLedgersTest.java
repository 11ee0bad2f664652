package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.korf.auditor.Auditor;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.FactLog;
import nl.korf.model.ModelJson;
import nl.korf.projections.Projections;
import nl.korf.service.identity.Directory;
import nl.korf.service.kernel.Commands;
import nl.korf.service.testing.TestApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What a ledger exports, the auditor's tool proves, computes anew and finds equal; and one octet
 * written anew is found.
 */
class AuditedLedgersTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOMENTS = 10;

  @TempDir private Path folder;

  private record Ran(int code, JsonNode answer) {}

  @ParameterizedTest
  @ValueSource(strings = {"bzk-mandates", "rust-teams", "kubernetes"})
  void whatWasImportedIsProvenAndSeenTheSameAtTenMoments(String set) throws Exception {
    Path source = RealData.folder(set);
    Path export;
    try (TestApplication ledger = started()) {
      ImportReport report = ImportLab.run(source, sink(ledger));
      assertThat(report.exitCode()).isZero();
      export = exported(ledger);
    }

    Ran verified = audit("verify", export);
    assertThat(verified.code()).as(verified.answer().toString()).isZero();
    long size = verified.answer().at("/figures/facts").longValue();
    String moments =
        LongStream.rangeClosed(1, MOMENTS)
            .mapToObj(moment -> Long.toString(size * moment / MOMENTS))
            .collect(Collectors.joining(","));
    Ran replayed = audit("replay", export, "--at", moments);
    assertThat(replayed.code()).as(replayed.answer().toString()).isZero();
    assertThat(replayed.answer().at("/figures/comparedPositions").intValue()).isEqualTo(MOMENTS);
    assertThat(audit("competence", export).code()).isZero();
    System.out.printf(
        "%s: %d facts exported, verified, and seen the same at %s%n", set, size, moments);
    alter(export, size / 2);
    Ran altered = audit("verify", export);
    assertThat(altered.code()).isOne();
    assertThat(altered.answer().at("/findings").toString()).contains("\"position\":" + size / 2);
  }

  @Test
  void everyVerdictOfTheExampleIsReachedAgain() throws Exception {
    Path export;
    try (TestApplication ledger = started("korf.example=true", "korf.reading=open")) {
      export = exported(ledger);
    }

    Ran judged = audit("competence", export);

    assertThat(judged.code()).as(judged.answer().toString()).isZero();
    assertThat(judged.answer().at("/figures/same").intValue()).isGreaterThan(20);
    assertThat(judged.answer().at("/figures/different").intValue()).isZero();
    assertThat(audit("replay", export, "--at", "all").code()).isZero();
  }

  private TestApplication started(String... settings) {
    String[] all = java.util.Arrays.copyOf(settings, settings.length + 3);
    all[settings.length] = "korf.audit.folder=" + folder.resolve("audit");
    all[settings.length + 1] = "korf.audit.default-key-file=" + folder.resolve("key");
    all[settings.length + 2] = "korf.audit.guard-folder=" + folder.resolve("guard");
    return TestApplication.start(all);
  }

  private static ImportSink sink(TestApplication ledger) {
    return new LocalSink(
        ledger.part(EventStoreConfig.class).ledgerId(),
        ledger.part(Commands.class),
        ledger.part(FactLog.class),
        new DirectoryPeople(ledger.part(Directory.class)),
        ImportLab.REGISTRAR);
  }

  /** The whole ledger, once all of it is shown and signed. */
  private Path exported(TestApplication ledger) throws Exception {
    long head = ledger.part(FactLog.class).head();
    assertThat(ledger.part(Projections.class).awaitPosition(head, PATIENCE)).isTrue();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> ledger.get("/checkpoint").body().lines().skip(1).findFirst().orElse(""),
            size -> size.equals(Long.toString(head)));
    Path file = folder.resolve("export.zip");
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status =
          client
              .send(ledger.asRegistrar("/v1/export").GET().build(), BodyHandlers.ofFile(file))
              .statusCode();
      assertThat(status).isEqualTo(200);
    }
    return file;
  }

  private static Ran audit(String command, Path export, String... more) {
    String[] arguments = java.util.Arrays.copyOf(new String[] {command}, more.length + 3);
    arguments[1] = export.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    arguments[more.length + 2] = "--json";
    StringWriter out = new StringWriter();
    int code = Auditor.run(new PrintWriter(out), new PrintWriter(out), arguments);
    return new Ran(code, ModelJson.mapper().readTree(out.toString()));
  }

  /** Writes one digit of one payload otherwise, in the file where that fact is. */
  private static void alter(Path export, long position) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(export)) {
      long file = (position - 1) / 10_000 * 10_000 + 1;
      Path facts = zip.getPath("facts/%09d.ndjson".formatted(file));
      String[] lines = Files.readString(facts).split("\n", -1);
      int line = (int) (position - file);
      JsonNode payload = ModelJson.mapper().readTree(lines[line]).get("payload");
      String text = payload.stringValue();
      int quote = text.lastIndexOf('"', text.length() - 3);
      String other = text.substring(0, quote) + "x" + text.substring(quote);
      lines[line] =
          lines[line].replace(
              ModelJson.mapper().writeValueAsString(text),
              ModelJson.mapper().writeValueAsString(other));
      Files.writeString(facts, String.join("\n", lines), StandardCharsets.UTF_8);
    }
  }
}
