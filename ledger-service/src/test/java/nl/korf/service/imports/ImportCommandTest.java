package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.korf.service.Korf;
import nl.korf.service.host.KorfCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command of the command line, whole: a ledger is opened without the web and taken into. */
class ImportCommandTest {

  @TempDir private Path folder;

  @Test
  void aFolderIsImportedIntoALedgerOnThisMachine() throws Exception {
    Path tables = Files.createDirectory(folder.resolve("tables"));
    Files.writeString(
        tables.resolve("groups.csv"),
        "id,name_en,kind,parent,from\ntigers,Tigers,team,,2020-01-01\n");
    StringWriter said = new StringWriter();
    Path data = folder.resolve("ledger");

    int first = run(said, tables, data);
    int second = run(said, tables, data);

    assertThat(first).as(said.toString()).isZero();
    assertThat(second).as("repeated it continues: " + said).isZero();
  }

  private static int run(StringWriter said, Path tables, Path data) {
    PrintWriter out = new PrintWriter(said, true);
    CommandLine line = KorfCommand.commandLine(Korf.class);
    line.addSubcommand(new ImportCommand(Korf.class));
    line.setOut(out).setErr(out);
    return line.execute("import", tables.toString(), "--data", data.toString());
  }
}
