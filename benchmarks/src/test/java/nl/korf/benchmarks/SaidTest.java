package nl.korf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What other processes say is read as it was meant. */
class SaidTest {

  private static final String TOKEN =
      "korf: API token of the registrar, shown this once: korf_abc-1_D";
  private static final String READY = "korf: ready: http://127.0.0.1:43117/   (Ctrl-C stops it)";

  @Test
  void aLedgerIsReadyWhenItHasSaidWhereItAnswersAndTheToken() {
    assertThat(KorfNode.Said.in(List.of("korf: opening x", TOKEN))).isNull();
    assertThat(KorfNode.Said.in(List.of("korf: opening x", TOKEN, READY)))
        .isEqualTo(
            new KorfNode.Said(
                "http://127.0.0.1:43117/",
                "korf_abc-1_D",
                List.of("korf: opening x", TOKEN, READY)));
  }

  @Test
  void aLaterStartTellsNoToken() {
    List<String> lines = List.of("korf: opening x", READY);

    assertThat(KorfNode.Said.in(lines))
        .isEqualTo(new KorfNode.Said("http://127.0.0.1:43117/", null, lines));
  }

  @Test
  void memoryIsReadFromTheKernelsWords() {
    List<String> status = List.of("Name:\tjava", "VmHWM:\t  2048 kB", "VmRSS:\t  1024 kB");

    assertThat(ResidentSet.in(status)).isEqualTo(new ResidentSet(1024 * 1024, 2048 * 1024));
    assertThat(ResidentSet.in(List.of()).now()).isNaN();
  }

  @Test
  void aNodeTellsWhatItTookAmongOtherLines() {
    MemoryNode.Taken taken = new MemoryNode.Taken(1_000_000, 2_000_000);

    assertThat(MemoryNode.Taken.in("a warning\n" + taken.line() + "\n")).isEqualTo(taken);
  }
}
