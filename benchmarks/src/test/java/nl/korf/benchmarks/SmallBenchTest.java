package nl.korf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two parts run to the end at a size that says nothing, and compare the same facts. */
class SmallBenchTest {

  private static final long FACTS = 3_000;

  @TempDir private Path folder;

  @Test
  void theSampleLedgerIsStreamedScannedAndKept() throws Exception {
    try (BenchFolder opened = BenchFolder.open(folder.resolve("bench"), true);
        Server server = Server.start(opened)) {
      SampleLedger ledger = SampleLedger.filled(server, FACTS);
      ledger.database().execute("create table witness ()");

      assertThat(RawScan.of(ledger.database(), FACTS, RawScan::bytes)).isEqualTo(FACTS);
      List<Figure> figures = new StreamFigures(server, Bench.of(FACTS, 1)).measure();

      assertThat(figures)
          .singleElement()
          .satisfies(figure -> assertThat(figure.ratio()).isPositive());
      assertThat(ledger.database().number("select count(*) from witness"))
          .as("not filled again")
          .isZero();
    }
  }
}
