package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import nl.korf.eventstore.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/** A database that was put back from an older backup does not tell another history. */
class ForkGuardTest {

  @Test
  void anOlderDatabaseIsNotSignedUntilAnOperatorAcceptsIt() throws IOException {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    Path place = AuditLab.place();
    TestPostgres.Database backup;
    long later;
    try (AuditLab lab = new AuditLab(database, place)) {
      lab.signed(lab.record("a", 2));
      lab.stop();
      backup = copyOf(database);
      lab.startAgain();
      later = lab.signed(lab.record("b", 3)).size();
    }

    try (AuditLab restored = new AuditLab(backup, place)) {
      AuditLab.patiently().until(() -> restored.progress().size() >= later - 3);
      restored.record("other-0");
      AuditLab.patiently().until(() -> restored.progress().refusal() != null);
      assertThat(restored.progress().refusal()).contains("older backup", "audit-guard accept");
      assertThat(restored.health()).isEqualTo("DOWN");
      restored.record("other-1");
      restored.record("other-2");
      restored.record("other-3");
      AuditLab.patiently()
          .until(() ->
              Objects.requireNonNull(restored.progress().refusal()).contains("another history"));
      assertThat(restored.checkpoints().size()).isLessThan(later);

      accept(restored);

      AuditLab.patiently().until(() -> restored.checkpoints().size() > later);
      assertThat(restored.progress().refusal()).isNull();
    }
  }

  /** The control: without the guard's folder the same database would be signed. */
  @Test
  void withAGuardThatSawNothingTheForkWouldBeSigned() throws IOException {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    Path place = AuditLab.place();
    TestPostgres.Database backup;
    try (AuditLab lab = new AuditLab(database, place)) {
      Checkpoints.Published early = lab.signed(lab.record("a", 2));
      lab.stop();
      backup = copyOf(database);
      Path kept = place.resolve("kept-guard");
      copy(place.resolve("guard"), kept);
      lab.startAgain();
      lab.signed(lab.record("b", 3));
      assertThat(early.size()).isPositive();
    }

    try (AuditLab restored =
        new AuditLab(backup, place, "korf.audit.guard-folder=" + place.resolve("kept-guard"))) {
      long head = restored.record("other");

      assertThat(restored.signed(head).size()).isGreaterThanOrEqualTo(head);
    }
  }

  @Test
  void aGuardThatWasLostIsNotTakenForANewLedger() throws IOException {
    try (AuditLab lab = new AuditLab()) {
      lab.signed(lab.record("a"));
      Path kept = guardFile(lab);
      lab.stop();
      Files.delete(kept);

      lab.startAgain();
      lab.record("b");

      AuditLab.patiently().until(() -> lab.progress().refusal() != null);
      assertThat(lab.progress().refusal()).contains("knows none", "bring that folder along");
    }
  }

  @Test
  void aGuardThatCannotBeReadStopsTheSigning() throws IOException {
    try (AuditLab lab = new AuditLab()) {
      lab.signed(lab.record("a"));
      Files.writeString(guardFile(lab), "nonsense");

      lab.record("b");

      AuditLab.patiently().until(() -> lab.progress().refusal() != null);
      assertThat(lab.progress().refusal()).contains("cannot be read");
    }
  }

  private static Path guardFile(AuditLab lab) {
    return lab.application().part(ForkGuard.class).folder().resolve("checkpoint");
  }

  private static void accept(AuditLab restored) throws IOException {
    ForkGuard guard = restored.application().part(ForkGuard.class);
    guard.forget("before-test");
    guard.keep(restored.checkpoints().latest().orElseThrow().own());
  }

  private static TestPostgres.Database copyOf(TestPostgres.Database database) {
    AuditLab.patiently()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> {
          TestPostgres.execute(
              database.owner(),
              "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                  + database.name()
                  + "' and pid <> pg_backend_pid()");
          return true;
        });
    return TestPostgres.copyOf(database);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
