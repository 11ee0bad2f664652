package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import nl.korf.service.imports.LedgerOverHttp.Came;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpImportTest {

  private static final int SOUND_FACTS = 6;
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path temporary;

  private final ImportLab lab = new ImportLab();
  private final LedgerOverHttp ledger = new LedgerOverHttp(lab.sink());
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private Path folder = Path.of("");

  @BeforeEach
  void write() {
    folder = Folder.sound(temporary).path();
  }

  @AfterEach
  void close() {
    ledger.close();
    lab.close();
  }

  @Test
  void anImportIntoALedgerOverHttpRecordsTheSameFacts() {
    ImportReport report = run(this::waits);

    assertThat(report.exitCode()).isZero();
    assertThat(lab.facts()).hasSize(SOUND_FACTS);
    assertThat(waits).isEmpty();
  }

  @Test
  void aBusyLedgerIsGivenTheTimeItAsksFor() {
    busyUntil(NOON.plusSeconds(7), 503, "7");

    ImportReport report = run(this::waits);

    assertThat(report.exitCode()).isZero();
    assertThat(lab.facts()).hasSize(SOUND_FACTS);
    assertThat(waits).containsExactly(Duration.ofSeconds(7));
    Came first = ledger.came().getFirst();
    assertThat(ledger.came().get(1)).isEqualTo(first);
    assertThat(ledger.came().subList(2, ledger.came().size())).doesNotContain(first);
  }

  /** The control: whoever comes back at once finds the ledger as busy as before. */
  @Test
  void whoDoesNotWaitIsTurnedAwayToTheEnd() {
    busyUntil(NOON.plusSeconds(7), 503, "7");

    assertThatThrownBy(() -> run((time, _) -> waits.add(time)))
        .isInstanceOf(ImportFailed.class)
        .hasMessageContaining("503")
        .hasMessageContaining(PatientClient.ATTEMPTS_MAX + " attempts")
        .hasMessageContaining("run the import again");
    assertThat(ledger.came()).hasSize(PatientClient.ATTEMPTS_MAX);
    assertThat(lab.facts()).isEmpty();
  }

  @Test
  void aLedgerThatIsAskedTooOftenCanNameADate() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(NOON.plusSeconds(20).atOffset(ZoneOffset.UTC));
    busyUntil(NOON.plusSeconds(20), 429, date);

    assertThat(run(this::waits).exitCode()).isZero();
    assertThat(waits).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void whereTheLedgerDoesNotSayTheWaitsGrow() {
    busyUntil(NOON.plusSeconds(3), 503, "soon");

    assertThat(run(this::waits).exitCode()).isZero();
    assertThat(waits)
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aLedgerThatAsksForTooLongIsToldOfAtOnce() {
    busyUntil(Instant.MAX, 503, "3600");

    assertThatThrownBy(() -> run(this::waits))
        .isInstanceOf(ImportFailed.class)
        .hasMessageContaining("asks to come back in 3600 s");
    assertThat(waits).isEmpty();
    assertThat(ledger.came()).hasSize(1);
  }

  @Test
  void anAnswerThatIsLostOnTheWayLeadsToNothingTwice() {
    AtomicBoolean lost = new AtomicBoolean();
    ledger.after(exchange -> {
      boolean loses =
          exchange.getRequestURI().getPath().equals("/v1/import-batches")
              && lost.compareAndSet(false, true);
      if (loses) {
        exchange.close();
      }
      return loses;
    });

    ImportReport report = run(this::waits);

    assertThat(lost).isTrue();
    assertThat(waits).hasSize(1);
    assertThat(report.exitCode()).isZero();
    assertThat(lab.facts()).hasSize(SOUND_FACTS);
  }

  @Test
  void aLedgerThatIsNotThereIsToldWithItsAddress() {
    ledger.close();

    assertThatThrownBy(() -> run(this::waits))
        .isInstanceOf(ImportFailed.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining(ledger.address().toString());
    assertThat(waits).hasSize(PatientClient.ATTEMPTS_MAX - 1);
  }

  @Test
  void whatTheLedgerRefusesIsSaidAndNotAskedAgain() {
    String problem = "{\"title\":\"Unauthorized\",\"detail\":\"The token is not known here.\"}";
    ledger.before(exchange -> {
      LedgerOverHttp.refuse(exchange, 401, Map.of(), problem);
      return true;
    });

    assertThatThrownBy(() -> run(this::waits))
        .isInstanceOf(ImportFailed.class)
        .hasMessage("the ledger answered 401: The token is not known here.");
    assertThat(ledger.came()).hasSize(1);
  }

  private ImportReport run(PatientClient.Waiting waiting) {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    PatientClient client = new PatientClient(waiting, clock);
    return ImportLab.run(folder, new HttpSink(ledger.address(), "a-token", client));
  }

  private void waits(Duration time, String reason) {
    assertThat(reason).isNotBlank();
    waits.add(time);
    now.updateAndGet(before -> before.plus(time));
  }

  private void busyUntil(Instant free, int status, String retryAfter) {
    ledger.before(exchange -> {
      boolean busy = now.get().isBefore(free);
      if (busy) {
        LedgerOverHttp.refuse(exchange, status, Map.of("Retry-After", retryAfter), "");
      }
      return busy;
    });
  }
}
