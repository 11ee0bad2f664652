package nl.korf.service.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path temp = Path.of("");

  @Test
  void aFolderInUseIsRefusedWithWhoHoldsIt() {
    Path data = temp.resolve("a ledger");
    try (DataFolder held = DataFolder.open(data, false)) {
      held.answersAt("http://localhost:1234/");
      assertThatThrownBy(() -> DataFolder.open(data, false))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid())
          .hasMessageContaining("http://localhost:1234/")
          .hasMessageContaining("--data");
    }
    try (DataFolder again = DataFolder.open(data, false)) {
      assertThat(again.example()).isFalse();
    }
  }

  @Test
  void anExampleLedgerAndARealOneNeverMix() {
    DataFolder.open(temp.resolve("example"), true).close();
    DataFolder.open(temp.resolve("real"), false).close();

    assertThatThrownBy(() -> DataFolder.open(temp.resolve("example"), false))
        .hasMessageContaining("holds an example ledger: use './korf demo'");
    assertThatThrownBy(() -> DataFolder.open(temp.resolve("real"), true))
        .hasMessageContaining("is no example: use './korf start'");
  }

  @Test
  void aRefusedFolderIsNotLeftLocked() {
    Path data = temp.resolve("example");
    DataFolder.open(data, true).close();
    assertThatThrownBy(() -> DataFolder.open(data, false)).isInstanceOf(CannotStart.class);
    DataFolder.open(data, true).close();
  }

  @Test
  void aFolderOfALaterFormatIsRefused() throws IOException {
    Path data = temp.resolve("later");
    DataFolder.open(data, false).close();
    Files.writeString(data.resolve("korf.properties"), "format=2\nexample=false\n");
    assertThatThrownBy(() -> DataFolder.open(data, false))
        .hasMessageContaining("has format 2 and this Korf knows 1");
  }

  @Test
  void aFolderThatIsAFileSaysSo() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "not a folder");
    assertThatThrownBy(() -> DataFolder.open(file.resolve("data"), false))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot be used");
  }
}
