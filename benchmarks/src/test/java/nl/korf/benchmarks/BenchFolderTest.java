package nl.korf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFolderTest {

  @TempDir private Path parent;

  @Test
  void theFolderGoesWithAllThatWasPutIntoIt() throws IOException {
    Path folder = parent.resolve("bench");
    try (BenchFolder opened = BenchFolder.open(folder, false)) {
      Files.createDirectories(opened.path().resolve("postgres/base"));
      Files.writeString(opened.path().resolve("postgres/base/1"), "rows");
    }

    assertThat(folder).doesNotExist();
  }

  @Test
  void aFolderToKeepStaysAndIsGoneOnWithUntilARunThatDoesNotKeepIt() throws IOException {
    Path folder = parent.resolve("bench");
    Path rows = folder.resolve("rows");
    try (BenchFolder opened = BenchFolder.open(folder, true)) {
      Files.writeString(opened.path().resolve("rows"), "1");
    }
    BenchFolder.open(folder, true).close();
    assertThat(rows).hasContent("1");

    try (BenchFolder opened = BenchFolder.open(folder, false)) {
      assertThat(opened.path().resolve("rows")).doesNotExist();
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void whatIsNotOursIsNotTouched() throws IOException {
    Path mine = Files.writeString(parent.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> BenchFolder.open(parent, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--folder");
    assertThatThrownBy(() -> BenchFolder.open(mine, false)).isInstanceOf(IOException.class);
    assertThat(mine).hasContent("years of work");
  }

  @Test
  void anEmptyFolderWillDo() throws IOException {
    BenchFolder.open(Files.createDirectory(parent.resolve("empty")), false).close();

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void twoRunsDoNotShareAFolder() throws IOException {
    Path folder = parent.resolve("bench");
    try (BenchFolder first = BenchFolder.open(folder, false)) {
      Path rows = Files.writeString(first.path().resolve("rows"), "1");

      assertThatThrownBy(() -> BenchFolder.open(folder, false))
          .hasMessageContaining("Another bench");
      assertThat(rows).exists();
    }
  }

  /** A lock of the same process is not seen by the operating system: this needs another one. */
  @Test
  void twoProcessesDoNotShareAFolder() throws Exception {
    Path folder = parent.resolve("bench");
    try (BenchFolder _ = BenchFolder.open(folder, true)) {
      assertThat(opensElsewhere(folder)).isEqualTo(Elsewhere.TAKEN);
    }

    assertThat(opensElsewhere(folder)).as("the control").isEqualTo(Elsewhere.OPENED);
  }

  private static int opensElsewhere(Path folder) throws Exception {
    List<String> command = ChildJvm.command(Elsewhere.class.getName());
    command.add(folder.toString());
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Opens the folder named by its argument. */
  static final class Elsewhere {

    static final int OPENED = 3;
    static final int TAKEN = 4;

    private Elsewhere() {}

    public static void main(String[] arguments) {
      try (BenchFolder _ = BenchFolder.open(Path.of(arguments[0]), true)) {
        System.exit(OPENED);
      } catch (IOException taken) {
        System.exit(TAKEN);
      }
    }
  }
}
