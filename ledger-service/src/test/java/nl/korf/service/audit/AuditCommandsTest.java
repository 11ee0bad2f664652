package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.korf.service.Korf;
import nl.korf.service.host.DataFolder;
import nl.korf.service.host.HostedLedger;
import nl.korf.service.host.KorfCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator does at the terminal, on a ledger in a folder. */
class AuditCommandsTest {

  @TempDir private Path place = Path.of("");

  private record Said(int code, String out, String err) {}

  @Test
  void aLedgerIsExportedItsKeyRotatedAndItsGuardShown() throws IOException {
    Path data = place.resolve("data");
    found(data);

    Said exported = run("export", place.resolve("one").toString(), "--data", data.toString());

    assertThat(exported.code()).as(exported.err()).isZero();
    assertThat(place.resolve("data.audit-key")).exists();
    JsonNode before = about("one");
    assertThat(before.get("keys")).hasSize(1);
    assertThat(run("export", place.resolve("one").toString(), "--data", data.toString()).code())
        .as("a folder that is there")
        .isEqualTo(2);

    Said rotated = run("audit-key", "rotate", "--data", data.toString());

    assertThat(rotated.code()).as(rotated.err()).isZero();
    assertThat(rotated.out()).contains("the new key is in").doesNotContain("PRIVATE");
    Said again =
        run(
            "export",
            place.resolve("two").toString(),
            "--data",
            data.toString(),
            "--without-personal");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(about("two").get("keys")).hasSize(2);
    Note old = Note.parse(Files.readString(place.resolve("one/checkpoint")));
    assertThat(VerifierKey.parse(about("two").get("keys").get(0).stringValue()).verifies(old))
        .isTrue();

    Said shown = run("audit-guard", "show", "--data", data.toString());
    assertThat(shown.out()).contains(old.text().lines().findFirst().orElseThrow());
  }

  @Test
  void theGuardIsNotPassedWithoutAReason() throws IOException {
    Path data = place.resolve("data");
    found(data);

    assertThat(run("audit-guard", "accept", "--data", data.toString()).err()).contains("--reason");
    assertThat(run("audit-key", "forget", "--data", data.toString()).code()).isEqualTo(2);
    assertThat(run("export", place.resolve("x").toString(), "--data", place.toString()).err())
        .contains("There is no ledger in");
    Said accepted =
        run("audit-guard", "accept", "--data", data.toString(), "--reason", "disk lost");
    assertThat(accepted.code()).as(accepted.err()).isZero();
  }

  /** Founds a ledger that is no example. */
  private static void found(Path data) {
    DataFolder folder = DataFolder.open(data, false);
    new HostedLedger(Korf.class, folder, null, WebApplicationType.NONE, Map.of()).close();
  }

  private JsonNode about(String export) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(place.resolve(export + "/export.json")));
  }

  private static Said run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = KorfCommand.commandLine(Korf.class);
    line.addSubcommand(new ExportCommand(Korf.class));
    line.addSubcommand(new AuditKeyCommand(Korf.class));
    line.addSubcommand(new AuditGuardCommand(Korf.class));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    return new Said(code, out.toString(), err.toString());
  }
}
