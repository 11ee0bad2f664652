package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealDataTest {

  @ParameterizedTest
  @ValueSource(strings = {"bzk-mandates", "kubernetes", "rust-teams"})
  void aPublicSetImportsToTheEnd(String set) {
    Path folder = Path.of(System.getProperty("korf.real-data"), set);
    try (ImportLab lab = new ImportLab()) {
      ImportReport report = lab.run(folder);
      report.lines().forEach(System.out::println);
      assertThat(report.exitCode()).isZero();
      System.out.println(lab.engine().factLog().head());
      ImportReport again = lab.run(folder);
      again.lines().stream()
          .skip(again.lines().size() > 12 ? again.lines().size() - 12 : 0)
          .forEach(System.out::println);
    }
  }
}
