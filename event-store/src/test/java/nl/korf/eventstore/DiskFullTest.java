package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestLedger.append;
import static nl.korf.eventstore.TestLedger.refusal;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import nl.korf.eventstore.testing.TestPostgres;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database whose tables lie on a disk that is full. */
class DiskFullTest {

  private static final int APPENDS_MAX = 500;
  private static final int NOTE_CHARACTERS = 100_000;

  @TempDir private Path disk;
  private TestPostgres.Database database = TestPostgres.emptyDatabase();
  private final String tablespace = "small_" + database.name();

  @BeforeEach
  void mountSmallDisk() {
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=24m,mode=0777", "tmpfs", disk.toString()),
        "no right to mount a small disk: disk full is not tested here");
    // not within the database itself: nobody may be connected to it while it moves
    TestPostgres.Database elsewhere = TestPostgres.emptyDatabase();
    elsewhere.execute("create tablespace " + tablespace + " location '" + disk + "'");
    elsewhere.execute("alter database " + database.name() + " set tablespace " + tablespace);
    database = database.withLedger();
  }

  @AfterEach
  void unmount() {
    TestPostgres.Database elsewhere = TestPostgres.emptyDatabase();
    elsewhere.execute("drop database " + database.name() + " with (force)");
    elsewhere.execute("drop tablespace if exists " + tablespace);
    run("umount", disk.toString());
  }

  @Test
  void appendsAreRefusedReadingGoesOnAndWithRoomAppendsWorkAgain() {
    try (TestLedger ledger = new TestLedger(database)) {
      PgEventStorageEngine node = ledger.node();
      int facts = 0;
      Throwable refusal = null;
      while (refusal == null && facts < APPENDS_MAX) {
        refusal = refusal(append(node, AppendCondition.none(), bigNote()));
        facts += refusal == null ? 1 : 0;
      }

      assertThat(refusal).isInstanceOf(LedgerUnwritable.class);
      assertThat(refusal(append(node, AppendCondition.none(), bigNote())))
          .isInstanceOf(LedgerUnwritable.class);
      assertThat(node.factLog().read(0, APPENDS_MAX)).hasSize(facts);
      ledger.requireSound(facts);

      assertThat(run("mount", "-o", "remount,size=96m", disk.toString())).isTrue();
      assertThat(stored(node, bigNote()).firstPosition()).isEqualTo(facts + 1);
      ledger.requireSound(facts + 1);
    }
  }

  /** Random, so that the database cannot compress it. */
  private static TaggedEventMessage<?> bigNote() {
    StringBuilder text = new StringBuilder();
    ThreadLocalRandom.current()
        .ints(NOTE_CHARACTERS, ' ', '~')
        .forEach(c -> text.append(c == '"' || c == '\\' ? '.' : (char) c));
    return event("big", new Note(text.toString(), null), Map.of());
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
