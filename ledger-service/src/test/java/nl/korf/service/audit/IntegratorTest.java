package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import nl.korf.service.memory.Estate;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts are read again, hashed anew and signed; what is not what it was is never signed. */
class IntegratorTest {

  private static final String FORGET_THE_TREE =
      "delete from audit.tile; delete from audit.checkpoint;"
          + " update audit.integrator set size = 0, recorded_at = null";

  @Test
  void everyFactIsSoonInASignedTreeWhoseRootIsThatOfTheFacts() throws IOException {
    try (AuditLab lab = new AuditLab()) {
      long head = lab.record("a", 5);

      Checkpoints.Published signed = lab.signed(head);

      TreeBuilder naive = new TreeBuilder();
      lab.owner()
          .sql("select header from ledger.event order by position limit ?")
          .param(signed.size())
          .query((row, _) -> row.getBytes(1))
          .list()
          .forEach(header -> naive.append(Merkle.leaf(header)));
      assertThat(signed.root()).isEqualTo(naive.root());
      assertThat(Keys.all(lab.owner()).getLast().verifies(signed.note())).isTrue();
      Path folder = lab.file("data/audit");
      AuditLab.patiently()
          .until(() -> read(folder.resolve("checkpoint")).equals(signed.note().toString()));
      assertThat(Files.readAllBytes(folder.resolve("tile/0/000.p/" + head)))
          .isEqualTo(new TileTable(lab.owner()).tile(0, 0, (int) head).hashes());
      assertThat(Files.readAllBytes(folder.resolve("tile/entries/000.p/" + head)))
          .isEqualTo(new LeafBundles(lab.owner()).read(0, (int) head));
    }
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void aBitThatFlipsBeforeTheRowIsReadAgainIsNamedAndNotSigned() {
    try (AuditLab lab = new AuditLab()) {
      lab.signed(lab.record("before"));
      lab.stop();
      long position = unsigned(lab);
      lab.tamper(
          "update ledger.event set payload = set_byte(payload, 9, get_byte(payload, 9) # 1)"
              + " where position = "
              + position);

      lab.startAgain();

      Difference found = lab.stopped();
      assertThat(found.position()).isEqualTo(position);
      assertThat(found.part()).isEqualTo("payload");
      lab.record("after");
      assertThat(lab.checkpoints().size()).isLessThan(position);
      assertThat(lab.health()).isEqualTo("DOWN");
    }
  }

  @Test
  void aPersonalPartThatWasAddedIsNamed() {
    try (AuditLab lab = new AuditLab()) {
      lab.signed(lab.record("before"));
      lab.stop();
      long position = unsigned(lab);
      lab.tamper(
          "insert into ledger.event_personal values (%d, decode(repeat('00', 16), 'hex'), 'x')"
              .formatted(position));

      lab.startAgain();

      assertThat(lab.stopped().toString()).startsWith("position " + position + ", personal");
    }
  }

  /** The control of the tests above: the same without a change is signed. */
  @Test
  void whatWasRecordedWhileNobodySignedIsSignedLater() {
    try (AuditLab lab = new AuditLab()) {
      lab.signed(lab.record("before"));
      lab.stop();
      long position = unsigned(lab);

      lab.startAgain();

      lab.signed(position);
      assertThat(lab.progress().difference()).isNull();
      assertThat(lab.health()).isEqualTo("UP");
    }
  }

  /** Records a fact in a process that does not sign; its position. */
  private static long unsigned(AuditLab lab) {
    try (TestApplication writer =
        TestApplication.start(lab.database(), "korf.roles=commands,web,projections")) {
      return writer
          .part(Commands.class)
          .send(Estate.founding().getFirst(), Actor.registrar("test"), UUID.randomUUID())
          .lastPosition();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a fact is deleted | delete from ledger.event where position = 3",
        "two change places | update ledger.event set position = 1000 + position where position in (3, 4); update ledger.event set position = 1007 - position where position > 1000",
        "one is put in | insert into ledger.event select 1000, gen_random_uuid(), type, version, recorded_at, tags, payload, metadata, header, leaf_hash from ledger.event where position = 2; delete from ledger.event where position = 3; update ledger.event set position = 3 where position = 1000"
      })
  void aFactThatGoesOrMovesBeforeItWasReadIsMissed(String what, String change) {
    try (AuditLab lab = new AuditLab()) {
      lab.signed(lab.record("a", 5));
      lab.stop();
      lab.tamper(FORGET_THE_TREE + "; " + change);

      lab.startAgain();

      assertThat(lab.stopped().position()).as(what).isEqualTo(3);
    }
  }

  @Test
  void aLedgerThatBecameShorterIsNotSigned() {
    try (AuditLab lab = new AuditLab()) {
      long head = lab.signed(lab.record("a", 5)).size();
      lab.stop();
      lab.tamper("delete from ledger.event where position = " + head);

      lab.startAgain();

      assertThat(lab.stopped()).isEqualTo(new Difference(head, "pos", "" + head, "nothing"));
    }
  }

  @Test
  void ofTwoProcessesOneSignsAndTheOtherTakesOver() {
    try (AuditLab lab = new AuditLab()) {
      lab.signed(lab.record("a"));
      try (TestApplication other = lab.another()) {
        Integrator first = lab.application().part(Integrator.class);
        Integrator second = other.part(Integrator.class);
        lab.signed(lab.record("b"));
        assertThat(first.leading()).isTrue();
        assertThat(second.leading()).isFalse();
        long head = lab.record("c");

        lab.stop();

        AuditLab.patiently().until(second::leading);
        lab.signed(head);
      }
    }
  }

  /** The guard knows the size already, the database does not. */
  @Test
  void aCrashBetweenTilesAndCheckpointIsMadeGoodByTheNextStart() {
    try (AuditLab lab = new AuditLab()) {
      Checkpoints.Published before = lab.signed(lab.record("a", 3));
      lab.stop();
      lab.tamper("delete from audit.checkpoint where size = " + before.size());

      lab.startAgain();

      assertThat(lab.signed(before.size()).root()).isEqualTo(before.root());
      assertThat(lab.progress().refusal()).isNull();
    }
  }

  /** As a process that is killed again and again: its session ends wherever it is. */
  @Test
  void anIntegratorThatIsCutOffAgainAndAgainLosesAndForgesNothing() {
    try (AuditLab lab = new AuditLab()) {
      long head = 0;
      for (int i = 0; i < 12; i++) {
        head = lab.record("a" + i, 3);
        lab.owner()
            .sql(
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())"
                    + " and objid = (hashtextextended('korf audit integrator', 0) & 4294967295)::oid")
            .query((row, _) -> row.getBoolean(1))
            .list();
      }

      lab.signed(head);

      assertThat(lab.progress().difference()).isNull();
      assertThat(lab.progress().refusal()).isNull();
      TreeBuilder naive = new TreeBuilder();
      lab.owner()
          .sql("select header from ledger.event order by position")
          .query((row, _) -> row.getBytes(1))
          .list()
          .forEach(header -> naive.append(Merkle.leaf(header)));
      assertThat(lab.signed(head).root()).isEqualTo(naive.root());
    }
  }

  @Test
  void tilesThatWereLostWithTheServerAreMadeAgain() {
    try (AuditLab lab = new AuditLab()) {
      Checkpoints.Published before = lab.signed(lab.record("a", 3));
      lab.stop();
      lab.tamper(FORGET_THE_TREE);

      lab.startAgain();

      assertThat(lab.signed(before.size()).root()).isEqualTo(before.root());
    }
  }

  @Test
  void aTileThatWasSwappedStopsTheNextStart() {
    try (AuditLab lab = new AuditLab()) {
      lab.signed(lab.record("a", 3));
      lab.stop();
      lab.tamper("update audit.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)");

      lab.startAgain();

      assertThat(lab.stopped().part()).isEqualTo("checkpoint");
    }
  }

  @Test
  void aTileOnlyGrowsAndACheckpointStays() {
    try (AuditLab lab = new AuditLab()) {
      lab.signed(lab.record("a", 2));

      assertThatThrownBy(() ->
              lab.owner().sql("update audit.tile set hashes = substr(hashes, 1, 32)").update())
          .hasMessageContaining("only grows");
      assertThatThrownBy(() -> lab.owner().sql("delete from audit.checkpoint").update())
          .hasMessageContaining("stays");
    }
  }
}
