package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Witnesses sign what they are shown, and whoever is not there keeps nobody waiting. */
class WitnessTest {

  private static final String ORIGIN = "example.org/ledger";

  private final SigningKey key = SigningKey.make(ORIGIN);

  @Test
  void aWitnessSignsEveryNewCheckpointWithItsTime() {
    try (TestWitness witness = new TestWitness("w1", key.verifier(), Clock.systemUTC());
        AuditLab lab = lab("1", witness)) {
      long head = lab.signed(lab.record("a")).size();

      AuditLab.patiently().until(() -> witness.size() >= head);

      AuditLab.patiently().until(() -> cosigned(lab, head));
      Note note = lab.checkpoints().latest().orElseThrow().note();
      assertThat(note.signatures()).hasSize(2);
      assertThat(witness.key().verifies(note)).isTrue();
      assertThat(key.verifier().verifies(note)).isTrue();
      assertThat(lab.application().get("/v1/checkpoints?after=" + (head - 1)).body())
          .contains("\"witness\":\"w1\"");
    }
  }

  @Test
  void aWitnessThatKnowsAnotherSizeIsAskedAgainFromThere() {
    try (TestWitness witness = new TestWitness("w1", key.verifier(), Clock.systemUTC());
        AuditLab lab = lab("1", witness)) {
      long first = lab.signed(lab.record("a")).size();
      AuditLab.patiently().until(() -> cosigned(lab, first));
      witness.goBackTo(0, Merkle.empty());

      long head = lab.signed(lab.record("b", 2)).size();

      AuditLab.patiently().until(() -> witness.size() >= head);
      assertThat(witness.conflicts()).isPositive();
    }
  }

  @Test
  void aWitnessThatIsDownStopsNeitherTheLedgerNorTheOthers() {
    try (TestWitness up = new TestWitness("up", key.verifier(), Clock.systemUTC());
        TestWitness down = new TestWitness("down", key.verifier(), Clock.systemUTC());
        AuditLab lab = lab("1", up, down)) {
      down.breakDown(true);
      long head = lab.signed(lab.record("a", 2)).size();

      AuditLab.patiently().until(() -> up.size() >= head);
      AuditLab.patiently()
          .until(() ->
              new Witnesses(lab.owner())
                  .find("down")
                  .map(one -> one.failure() != null)
                  .orElse(false));
      assertThat(lab.progress().refusal()).isNull();
      down.breakDown(false);

      AuditLab.patiently().until(() -> down.size() >= head);
    }
  }

  @Test
  void aWitnessThatTrustsAnotherKeySignsNothing() {
    VerifierKey other = SigningKey.make(ORIGIN).verifier();
    try (TestWitness witness = new TestWitness("w1", other, Clock.systemUTC());
        AuditLab lab = lab("1", witness)) {
      lab.signed(lab.record("a"));

      AuditLab.patiently()
          .until(() ->
              new Witnesses(lab.owner())
                  .find("w1")
                  .map(one -> String.valueOf(one.failure()).contains("403"))
                  .orElse(false));
      assertThat(witness.size()).isZero();
      witness.trust(key.verifier());
      AuditLab.patiently().until(() -> witness.size() > 0);
    }
  }

  @Test
  void whatAWitnessSawLateIsFlagged() {
    Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5));
    try (TestWitness witness = new TestWitness("w1", key.verifier(), late);
        AuditLab lab = lab("1", witness)) {
      long head = lab.signed(lab.record("a")).size();

      AuditLab.patiently().until(() -> cosigned(lab, head));

      List<Witnesses.Late> found = new Witnesses(lab.owner()).late(10);
      assertThat(found).isNotEmpty();
      assertThat(found.getLast().first()).isEqualTo(1);
      assertThat(Duration.between(found.getLast().recordedAt(), found.getLast().seenAt()))
          .isGreaterThan(Duration.ofMinutes(4));
    }
  }

  /** The control of the test above, and of a quorum: one of two is not enough to have seen. */
  @Test
  void whatAWitnessSawInTimeIsNotFlagged() {
    try (TestWitness witness = new TestWitness("w1", key.verifier(), Clock.systemUTC());
        AuditLab lab = lab("1", witness)) {
      long head = lab.signed(lab.record("a")).size();
      AuditLab.patiently().until(() -> cosigned(lab, head));

      assertThat(new Witnesses(lab.owner()).late(10)).isEmpty();

      Instant later = Instant.now().plus(Duration.ofHours(1));
      lab.checkpoints()
          .add(head, new Checkpoints.Cosignature("w2", later, key.sign("another line\n")));
      new Witnesses(lab.owner()).keepLate(head, 2, 60);
      assertThat(new Witnesses(lab.owner()).late(10)).isNotEmpty();
    }
  }

  private static boolean cosigned(AuditLab lab, long size) {
    return lab.checkpoints().of(size).map(one -> !one.cosignatures().isEmpty()).orElse(false);
  }

  private AuditLab lab(String quorum, TestWitness... witnesses) {
    List<String> settings =
        new java.util.ArrayList<>(
            List.of(
                "korf.audit.key=" + key.secret(),
                "korf.audit.origin=" + ORIGIN,
                "korf.audit.quorum=" + quorum));
    for (int i = 0; i < witnesses.length; i++) {
      settings.add("korf.audit.witnesses[%d].url=%s".formatted(i, witnesses[i].address()));
      settings.add("korf.audit.witnesses[%d].key=%s".formatted(i, witnesses[i].key()));
    }
    return new AuditLab(settings.toArray(String[]::new));
  }
}
