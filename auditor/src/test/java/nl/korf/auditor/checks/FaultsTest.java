package nl.korf.auditor.checks;

import static nl.korf.auditor.checks.Verified.ledgerKey;
import static nl.korf.auditor.checks.Verified.text;
import static nl.korf.auditor.checks.Verified.utf8;
import static nl.korf.auditor.checks.Verified.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.Signer;
import nl.korf.auditor.testing.StoredLine;
import nl.korf.auditor.testing.Story;
import org.junit.jupiter.api.Test;

/**
 * What somebody with the database in hands can do to a ledger, and that it is found with its place,
 * also where all that follows from the change was made to fit. The control: the export they started
 * from is proven.
 */
class FaultsTest {

  private static final List<StoredLine> LINES = lines();
  private static final Map<String, byte[]> HONEST =
      new Bundle(LINES).checkpoints(5, 12, LINES.size()).files();

  private static List<StoredLine> lines() {
    Story story = Story.ofTheMinister();
    for (int i = 0; i < 300; i++) {
      story.decide("d-" + i, i % 2 == 0 ? "dirk" : "olga", 100 + i);
    }
    return StoredLine.all(Bundle.LEDGER, story.facts());
  }

  @Test
  void theHonestExportIsProven() {
    Findings findings = Verified.of(HONEST, ledgerKey(), List.of(Verified.kept(HONEST)));

    assertThat(findings.kept()).isEmpty();
  }

  @Test
  void anExportWithoutAFactIsProven() {
    assertThat(Verified.of(new Bundle(List.of()).checkpoints(0).files()).kept()).isEmpty();
  }

  @Test
  void anEditedPayloadIsFound() {
    StoredLine victim = LINES.get(99);
    StoredLine edited =
        victim.with(
            victim.header(), victim.payload().replace("dirk", "carl").replace("olga", "carl"));

    assertThat(found(facts(99, edited))).anyMatch(one -> at(one, 100, "payload"));
  }

  @Test
  void anEditThatKeepsItsOwnHashesIsFoundInTheTree() {
    StoredLine victim = LINES.get(99);
    String payload = victim.payload().replace("dirk", "carl").replace("olga", "carl");
    StoredLine edited = victim.with(rehashed(victim, payload), payload);

    assertThat(edited.payload()).isNotEqualTo(victim.payload());
    assertThat(found(facts(99, edited)))
        .anyMatch(one -> at(one, 100, "the leaf of the tree"))
        .anyMatch(one -> one.what().contains("do not have the root that was signed"));
  }

  @Test
  void anEditWithTilesAndRootMadeAnewIsFoundByTheSignature() {
    StoredLine victim = LINES.get(99);
    String payload = victim.payload().replace("dirk", "carl").replace("olga", "carl");
    List<StoredLine> edited = new ArrayList<>(LINES);
    edited.set(99, victim.with(rehashed(victim, payload), payload));
    Map<String, byte[]> files = new Bundle(edited).files();
    files.put("checkpoints.ndjson", Verified.bytes(HONEST, "checkpoints.ndjson"));
    files.put("checkpoint", Verified.bytes(HONEST, "checkpoint"));

    assertThat(found(files)).anyMatch(one -> one.what().contains("root that was signed"));
  }

  @Test
  void aHistoryMadeAnewWithTheKeyOfTheLedgerIsFoundByAKeptCheckpoint() {
    List<StoredLine> edited = new ArrayList<>(LINES);
    StoredLine victim = LINES.get(99);
    String payload = victim.payload().replace("dirk", "carl").replace("olga", "carl");
    edited.set(99, victim.with(rehashed(victim, payload), payload));
    Map<String, byte[]> forged = new Bundle(edited).files();

    assertThat(Verified.of(forged, ledgerKey(), List.of()).kept())
        .as("control: by itself it is of one piece")
        .isEmpty();
    assertThat(Verified.of(forged, ledgerKey(), List.of(Verified.kept(HONEST))).kept())
        .anyMatch(one -> "kept".equals(one.file()) && one.what().contains("root"));
  }

  @Test
  void aHistoryMadeAnewWithAnotherKeyIsFoundByTheKeyFromElsewhere() {
    Signer stranger = Signer.log(Bundle.ORIGIN, 13);
    Map<String, byte[]> forged = new Bundle(LINES).signedBy(stranger, stranger.key()).files();

    assertThat(Verified.of(forged).kept()).as("control: by its own word it is proven").isEmpty();
    assertThat(Verified.of(forged, ledgerKey(), List.of()).kept())
        .anyMatch(one -> one.what().contains("not signed by a key of the ledger"));
  }

  @Test
  void aDeletedFactIsFound() {
    List<StoredLine> gone = new ArrayList<>(LINES);
    gone.remove(40);

    assertThat(found(replaced(gone)))
        .anyMatch(one -> at(one, 42, "a gap in the positions"))
        .anyMatch(one -> one.what().contains("the number of facts differs"));
  }

  @Test
  void anInsertedFactIsFound() {
    List<StoredLine> more = new ArrayList<>(LINES);
    more.add(40, LINES.get(40));

    assertThat(found(replaced(more)))
        .anyMatch(one -> at(one, 41, "a gap in the positions"))
        .anyMatch(one -> one.what().contains("the number of facts differs"));
  }

  @Test
  void factsThatChangedPlacesAreFound() {
    List<StoredLine> swapped = new ArrayList<>(LINES);
    Collections.swap(swapped, 40, 41);
    List<StoredLine> renumbered = new ArrayList<>(LINES);
    renumbered.set(40, LINES.get(41).at(41));
    renumbered.set(41, LINES.get(40).at(42));

    assertThat(found(replaced(swapped))).anyMatch(one -> at(one, 42, "a gap in the positions"));
    assertThat(found(replaced(renumbered)))
        .anyMatch(one -> at(one, 41, "the header is of another position"))
        .anyMatch(one -> at(one, 42, "the header is of another position"));
  }

  @Test
  void aMissingFileOfFactsIsFound() {
    Map<String, byte[]> files = new TreeMap<>(HONEST);
    files.remove("facts/000000001.ndjson");

    assertThat(found(files)).anyMatch(one -> at(one, 1, "the number of facts differs"));
  }

  @Test
  void theLastFactsDroppedAreFoundByTheCheckpoints() {
    assertThat(found(replaced(LINES.subList(0, LINES.size() - 3))))
        .anyMatch(one -> at(one, LINES.size() - 2L, "the number of facts differs"));
  }

  @Test
  void anOlderStateOfTheLedgerIsFoundByAKeptCheckpoint() {
    Map<String, byte[]> older = new Bundle(LINES.subList(0, 12)).checkpoints(5, 12).files();

    assertThat(Verified.of(older, ledgerKey(), List.of()).kept())
        .as("control: by itself it is proven")
        .isEmpty();
    assertThat(Verified.of(older, ledgerKey(), List.of(Verified.kept(HONEST))).kept())
        .anyMatch(one -> at(one, 13, "the ledger has shrunk"));
  }

  @Test
  void anOldCheckpointShownAsTheLatestIsFound() {
    String first = text(HONEST, "checkpoints.ndjson").lines().toList().getFirst();
    String note = nl.korf.model.ModelJson.mapper().readTree(first).get("note").stringValue();

    assertThat(found(with(HONEST, "checkpoint", utf8(note))))
        .anyMatch(one -> one.what().contains("of another size than the export"))
        .anyMatch(one -> one.what().contains("not the last that was published"));
  }

  @Test
  void aPublishedCheckpointTakenOutAtTheEndIsFound() {
    List<String> lines = text(HONEST, "checkpoints.ndjson").lines().toList();
    String cut = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";

    assertThat(found(with(HONEST, "checkpoints.ndjson", utf8(cut))))
        .anyMatch(one -> one.what().contains("not the last that was published"));
  }

  @Test
  void publishedCheckpointsInAnotherOrderAreFound() {
    List<String> lines = new ArrayList<>(text(HONEST, "checkpoints.ndjson").lines().toList());
    Collections.swap(lines, 0, 1);

    assertThat(found(with(HONEST, "checkpoints.ndjson", utf8(String.join("\n", lines) + "\n"))))
        .anyMatch(one -> one.what().contains("a checkpoint of fewer facts after one of more"));
  }

  @Test
  void swappedTilesAreFound() {
    Map<String, byte[]> files = new TreeMap<>(HONEST);
    byte[] first = Verified.bytes(HONEST, "tile/0/000");
    byte[] hashes = first.clone();
    System.arraycopy(first, 0, hashes, 32, 32);
    System.arraycopy(first, 32, hashes, 0, 32);
    files.put("tile/0/000", hashes);

    assertThat(found(files)).singleElement().matches(one -> at(one, 1, "the leaf of the tree"));
  }

  @Test
  void aMissingOrShortenedOrStrangeTileIsFound() {
    for (String path : HONEST.keySet()) {
      if (path.startsWith("tile/")) {
        Map<String, byte[]> missing = new TreeMap<>(HONEST);
        missing.remove(path);
        byte[] tile = Verified.bytes(HONEST, path);
        assertThat(found(missing)).as("without " + path).hasSize(1);
        assertThat(found(with(HONEST, path, Arrays.copyOf(tile, tile.length - 1))))
            .as("shortened " + path)
            .hasSize(1);
      }
    }
    assertThat(found(with(HONEST, "tile/0/002.p/1", new byte[32]))).hasSize(1);
    assertThat(found(with(HONEST, "tile/0/001.p/3", new byte[96]))).hasSize(1);
    byte[] beginning = Arrays.copyOf(Verified.bytes(HONEST, "tile/0/000"), 96);
    assertThat(found(with(HONEST, "tile/0/000.p/3", beginning)))
        .as("control: an earlier partial tile may still be there")
        .isEmpty();
  }

  @Test
  void anErasedPartIsReportedAndALostOneIsFound() {
    StoredLine victim = LINES.get(99);

    assertThat(found(facts(99, victim.without("erased")))).isEmpty();
    assertThat(found(facts(99, victim.without("withheld")))).isEmpty();
    assertThat(found(facts(99, victim.retold(null))))
        .anyMatch(one -> at(one, 100, "the personal part is gone"));
    assertThat(found(facts(99, victim.retold("another text"))))
        .anyMatch(one -> at(one, 100, "the personal part is not the one"));
  }

  @Test
  void aFactOfAnotherLedgerAndAClockThatFellAreFound() {
    StoredLine victim = LINES.get(99);
    String header = victim.header();
    String stolen = header.replace(Bundle.LEDGER, "0b5c2f9e-3c1d-4a86-9a53-5d2e8f7a1c05");
    String early = header.replaceAll("\"recorded_at\":\"2026", "\"recorded_at\":\"2025");

    assertThat(found(facts(99, victim.with(stolen, victim.payload()))))
        .anyMatch(one -> at(one, 100, "of another ledger"));
    assertThat(found(facts(99, victim.with(early, victim.payload()))))
        .anyMatch(one -> at(one, 100, "before the fact that precedes it"));
  }

  private static String rehashed(StoredLine line, String payload) {
    var header = nl.korf.model.ModelJson.mapper().readTree(line.header());
    var object = (tools.jackson.databind.node.ObjectNode) header;
    object.putObject("payload").put("len", utf8(payload).length).put("sha256", hash(payload));
    return StoredLine.canonical(object);
  }

  private static String hash(String text) {
    return java.util.HexFormat.of().formatHex(nl.korf.auditor.testing.NaiveTree.sha256(utf8(text)));
  }

  private static Map<String, byte[]> facts(int index, StoredLine line) {
    List<StoredLine> lines = new ArrayList<>(LINES);
    lines.set(index, line);
    return replaced(lines);
  }

  /** The honest export with other facts in it. */
  private static Map<String, byte[]> replaced(List<StoredLine> lines) {
    StringBuilder file = new StringBuilder();
    lines.forEach(line -> file.append(line.json()).append('\n'));
    return with(HONEST, "facts/000000001.ndjson", utf8(file.toString()));
  }

  private static List<Finding> found(Map<String, byte[]> files) {
    return Verified.of(files, ledgerKey(), List.of()).kept();
  }

  private static boolean at(Finding finding, long position, String what) {
    return finding.kind() == Finding.Kind.DISPROVED
        && finding.position() != null
        && finding.position() == position
        && finding.what().contains(what);
  }
}
