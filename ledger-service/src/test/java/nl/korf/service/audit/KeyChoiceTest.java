package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.service.host.CannotStart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which key is signed with; whatever is set halfway stops the start and says what to do. */
class KeyChoiceTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static AuditLab lab;
  private Path place = Path.of("");

  @BeforeAll
  static void start() {
    lab = new AuditLab();
    lab.signed(1);
    lab.stop();
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @BeforeEach
  void forgetKeys() {
    lab.tamper("delete from audit.signing_key");
    place = AuditLab.place();
  }

  @Test
  void aKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
    SigningKey made = choice(null, null).open(NOW);

    assertThat(choice(null, null).open(NOW).verifier()).isEqualTo(made.verifier());
    assertThat(Keys.all(database())).containsExactly(made.verifier());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aNewKeyLeavesOldNotesVerifiable() {
    SigningKey old = choice(null, null).open(NOW);
    Note note = new Checkpoint("korf/test", 3, Merkle.empty()).signed(old);

    SigningKey next = choice(null, null).rotate(NOW);

    assertThat(choice(null, null).open(NOW).verifier()).isEqualTo(next.verifier());
    assertThat(Keys.all(database())).containsExactly(old.verifier(), next.verifier());
    assertThat(Keys.all(database()).stream().anyMatch(key -> key.verifies(note))).isTrue();
    assertThat(next.verifier().verifies(note)).isFalse();
  }

  @Test
  void aRotationThatBrokeOffIsFinishedOrUndone() {
    SigningKey old = choice(null, null).open(NOW);
    SigningKey next = SigningKey.make("korf/test");
    new KeyFile(file()).next().write(next);

    assertThat(choice(null, null).open(NOW).verifier()).isEqualTo(old.verifier());
    assertThat(new KeyFile(file()).next().exists()).isFalse();

    new KeyFile(file()).next().write(next);
    Keys.add(database(), next.verifier(), NOW);
    assertThat(choice(null, null).open(NOW).verifier()).isEqualTo(next.verifier());
  }

  @Test
  void aKeyThatIsGoneIsNotReplacedInSilence() throws IOException {
    choice(null, null).open(NOW);
    Files.delete(file());

    refused(choice(null, null), "put the file back", "audit-key rotate");
  }

  @Test
  void anotherKeyThanTheLedgersIsRefused() throws IOException {
    choice(null, null).open(NOW);
    Files.delete(file());
    new KeyFile(file()).write(SigningKey.make("korf/test"));

    refused(choice(null, null), "signs with", "audit-key rotate");
  }

  @Test
  void whatIsSetHalfwayIsRefused() throws IOException {
    refused(choice("nonsense", null), "KORF_AUDIT_KEY is no signing key");
    refused(choice(SigningKey.make("korf/test").secret(), file()), "given twice");
    refused(choice(SigningKey.make("other").secret(), null), "called other");
    Files.writeString(file(), "PRIVATE+KEY+korf/test+00000000+AAAA");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    refused(choice(null, null), "holds no signing key");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    refused(choice(null, null), "chmod 600");
  }

  @Test
  void aKeyCanBeGivenItself() {
    SigningKey key = SigningKey.make("korf/test");

    assertThat(choice(key.secret(), null).open(NOW).verifier()).isEqualTo(key.verifier());
    assertThat(file()).doesNotExist();
  }

  @Test
  void witnessesThatAreSetHalfwayAreAllNamed() {
    List<AuditSettings.Witness> witnesses =
        List.of(
            new AuditSettings.Witness(URI.create("https://example.org/w"), null),
            new AuditSettings.Witness(null, SigningKey.make("w").verifier().toString()));
    AuditSettings settings = settings(null, null, witnesses, 1);

    assertThatThrownBy(() -> WitnessKey.of(settings))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("witnesses[0].key")
        .hasMessageContaining("witnesses[1].key is no key for cosignatures")
        .hasMessageContaining("witnesses[1].url");
    assertThatThrownBy(() -> settings(null, null, witnesses, 3))
        .hasMessageContaining("3 of 2 witnesses");
  }

  private static void refused(KeyChoice choice, String... said) {
    assertThatThrownBy(() -> choice.open(NOW))
        .isInstanceOf(CannotStart.class)
        .hasMessageContainingAll(said);
  }

  private Path file() {
    return place.resolve("key");
  }

  private static JdbcClient database() {
    return lab.owner();
  }

  private KeyChoice choice(@Nullable String key, @Nullable Path keyFile) {
    return new KeyChoice(database(), settings(key, keyFile, List.of(), 0), new Origin("korf/test"));
  }

  private AuditSettings settings(
      @Nullable String key,
      @Nullable Path keyFile,
      List<AuditSettings.Witness> witnesses,
      int quorum) {
    return new AuditSettings(
        null,
        key,
        keyFile,
        file(),
        null,
        null,
        Duration.ofSeconds(1),
        Duration.ofHours(1),
        Duration.ofSeconds(60),
        witnesses,
        quorum);
  }
}
