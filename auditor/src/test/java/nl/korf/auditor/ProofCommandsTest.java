package nl.korf.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Findings;
import nl.korf.auditor.checks.ProofCheck;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.VerifierKey;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.StoredLine;
import nl.korf.auditor.testing.Story;
import nl.korf.model.ModelJson;
import org.junit.jupiter.api.Test;

/** What is shown to somebody else: proofs of facts, checkpoints that were kept, times. */
class ProofCommandsTest extends TypedCommands {

  @Test
  void aFactIsProvenToSomebodyWhoHasNothingButTheKey() throws IOException {
    String proof = folder.resolve("fact.tlog-proof").toString();
    String fact = folder.resolve("fact.json").toString();

    assertThat(run("prove", export, "7", "-o", proof, "--fact", fact).code()).isZero();
    Ran checked = run("check", proof, "--fact", fact, "--key", Bundle.LOG.key(), "--json");

    assertThat(checked.code()).as(checked.out()).isZero();
    assertThat(checked.json().at("/figures/position").intValue()).isEqualTo(7);
    assertThat(checked.json().at("/figures/proven").toString())
        .isEqualTo("[\"payload\",\"metadata\"]");
    assertThat(
            run(
                    "check",
                    proof,
                    "--fact",
                    file("header.json", LINES.get(6).header()),
                    "--key",
                    Bundle.LOG.key())
                .code())
        .as("the header alone")
        .isZero();
    assertThat(
            run(
                    "check",
                    proof,
                    "--fact",
                    file("other.json", LINES.get(7).json()),
                    "--key",
                    Bundle.LOG.key())
                .code())
        .as("another fact")
        .isEqualTo(1);
    assertThat(
            run(
                    "check",
                    proof,
                    "--fact",
                    fact,
                    "--key",
                    Bundle.WITNESS.key(),
                    "--key",
                    nl.korf.auditor.testing.Signer.log(Bundle.ORIGIN, 3).key())
                .code())
        .as("another key")
        .isEqualTo(1);
  }

  @Test
  void everyBitOfAProofIsFound() throws Malformed {
    byte[] proof = run("prove", export, "7", "--size", "10").out().getBytes(StandardCharsets.UTF_8);
    byte[] fact = LINES.get(6).header().getBytes(StandardCharsets.UTF_8);
    Keys keys =
        new Keys(
            List.of(VerifierKey.parse(Bundle.LOG.key()), VerifierKey.parse(Bundle.WITNESS.key())));
    String honest = said(proof, fact, keys);
    assertThat(honest).as("control").contains("cosignedAt=[2026-");
    for (int bit = 0; bit < proof.length * 8; bit++) {
      byte[] other = proof.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(said(other, fact, keys)).as("bit %d", bit).isNotEqualTo(honest);
    }
  }

  /** What is proven; a witness whose line is not its own any more is not among those who saw it. */
  private static String said(byte[] proof, byte[] fact, Keys keys) {
    Findings findings = new Findings();
    try {
      return ProofCheck.run(proof, fact, keys, findings, "proof") + " " + findings.kept();
    } catch (CannotCheck e) {
      return e.problems().toString();
    }
  }

  @Test
  void aLaterCheckpointGoesOnFromAnEarlierOneOrDoesNot() throws IOException {
    String old = note(0);
    String middle = note(1);
    String key = Bundle.LOG.key();
    Map<String, byte[]> other =
        new Bundle(
                StoredLine.all(
                    Bundle.LEDGER, Story.ofTheMinister().decide("d-1", "dirk", 11).facts()))
            .files();
    String fork = Bundle.write(other, folder.resolve("fork")).toString();
    String latest = folder.resolve("export/checkpoint").toString();

    assertThat(run("consistency", old, export).code()).isZero();
    assertThat(run("consistency", old, middle, "--export", export).code()).isZero();
    assertThat(run("consistency", middle, middle, "--key", key).code()).isZero();
    assertThat(run("consistency", old, middle, "--key", key).code()).as("no tiles").isEqualTo(2);
    assertThat(run("consistency", middle, old, "--export", export).code())
        .as("shrunk")
        .isEqualTo(1);
    assertThat(run("consistency", latest, fork).code()).as("another history").isEqualTo(1);
  }

  private String note(int line) throws IOException {
    String published = Files.readAllLines(folder.resolve("export/checkpoints.ndjson")).get(line);
    return file(
        "checkpoint-" + line, ModelJson.mapper().readTree(published).get("note").stringValue());
  }

  @Test
  void aKeptCheckpointHasToBePartOfTheHistory() throws IOException {
    Map<String, byte[]> other =
        new Bundle(
                StoredLine.all(
                    Bundle.LEDGER, Story.ofTheMinister().decide("d-1", "dirk", 11).facts()))
            .files();
    String fork = Bundle.write(other, folder.resolve("fork")).toString();

    assertThat(run("verify", export, "--checkpoint", note(0), "--checkpoint", note(1)).code())
        .isZero();
    assertThat(run("verify", fork).code()).as("control: by itself").isZero();
    assertThat(
            run("verify", fork, "--checkpoint", folder.resolve("export/checkpoint").toString())
                .code())
        .isEqualTo(1);
  }

  @Test
  void timesAreHeldAgainstThoseOfWitnesses() throws IOException {
    String witness = Bundle.WITNESS.key();
    Map<String, byte[]> late =
        new Bundle(LINES).checkpoints(FACTS.size()).witnessed(Bundle.WITNESS, 3_600).files();
    Map<String, byte[]> early =
        new Bundle(LINES.subList(0, 1)).witnessed(Bundle.WITNESS, -10).files();
    String backdated = Bundle.write(late, folder.resolve("late")).toString();
    String foreseen = Bundle.write(early, folder.resolve("early")).toString();

    assertThat(run("time", export, "--delay", "900", "--key", witness).code()).isZero();
    assertThat(run("time", export, "--key", witness).code())
        .as("a minute between facts, three checkpoints: the first fact of each waited longer")
        .isEqualTo(1);
    assertThat(run("time", backdated, "--key", witness).out()).contains("may be back-dated");
    assertThat(run("time", foreseen, "--key", witness).out())
        .contains("it says it was recorded after a witness had seen it");
    assertThat(run("time", export).out()).contains("no key of a witness was given");
  }
}
