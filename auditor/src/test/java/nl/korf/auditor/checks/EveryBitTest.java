package nl.korf.auditor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import nl.korf.auditor.exports.FactLine;
import nl.korf.auditor.exports.FactLines;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.StoredLine;
import nl.korf.auditor.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A bit that flips in what an export proves is found: every single one of a small export, and by
 * chance in a larger one. Not proven by anything, and said so in the documentation: the time of
 * signing beside a note, and the moment of the export.
 */
class EveryBitTest {

  private static final List<StoredLine> LINES =
      StoredLine.all(Bundle.LEDGER, Story.ofTheMinister().decide("d-1", "dirk", 500).facts());

  private static final List<StoredLine> FEW = List.of(LINES.get(0), LINES.get(1));

  private static final Map<String, byte[]> SMALL =
      new Bundle(FEW).checkpoints(1, 2).witnessed(Bundle.WITNESS, 5).files();

  private static final List<String> NAMED = List.of(Bundle.LOG.key(), Bundle.WITNESS.key());

  private static final Keys KEYS = new Keys(Verified.parsed(NAMED));

  @Test
  void theUntouchedExportIsProven() {
    assertThat(Verified.of(SMALL, KEYS).kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"checkpoint", "tile/0/000.p/2", "tile/entries/000.p/2", "facts/000000001.ndjson"})
  void everyBitOfAFileIsFound(String path) {
    byte[] octets = Verified.bytes(SMALL, path);
    List<String> missed = new ArrayList<>();
    for (int bit = 0; bit < octets.length * 8; bit++) {
      byte[] flipped = octets.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      if (Verified.of(Verified.with(SMALL, path, flipped), KEYS).all() == 0
          && !readsTheSame(path, octets, flipped)) {
        missed.add("octet %d bit %d".formatted(bit / 8, bit % 8));
      }
    }

    assertThat(missed).isEmpty();
  }

  @Test
  void everyBitOfAPersonalPartIsFound() {
    StoredLine last = LINES.getLast();
    Map<String, byte[]> files = new Bundle(List.of(last.at(1))).files();
    assertThat(last.personal()).as("control: there is one").isNotNull();
    String line = Verified.text(files, "facts/000000001.ndjson");
    int from = line.indexOf("\"personal\":{") + 12;
    byte[] octets = Verified.utf8(line);
    long before = Verified.of(files, KEYS).all();
    for (int bit = from * 8; bit < (octets.length - 2) * 8; bit++) {
      byte[] flipped = octets.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(
              readsTheSame("facts/", octets, flipped)
                  || Verified.of(Verified.with(files, "facts/000000001.ndjson", flipped), KEYS)
                          .all()
                      > before)
          .as("bit %d", bit)
          .isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void bitsThatFlipByChanceInALargerExportAreFound(long seed) {
    Story story = Story.ofTheMinister();
    for (int i = 0; i < 600; i++) {
      story.decide("d-" + i, "dirk", 10);
    }
    Map<String, byte[]> files =
        new Bundle(StoredLine.all(Bundle.LEDGER, story.facts()))
            .checkpoints(256, 300, story.facts().size())
            .witnessed(Bundle.WITNESS, 5)
            .files();
    assertThat(Verified.of(files, KEYS).kept()).as("control").isEmpty();
    SplittableRandom random = new SplittableRandom(seed);
    List<String> paths = new ArrayList<>(new TreeMap<>(files).keySet());
    paths.removeAll(List.of("checkpoints.ndjson", "export.json", "view-hashes.ndjson"));
    for (int i = 0; i < 40; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      byte[] octets = Verified.bytes(files, path);
      int bit = random.nextInt(octets.length * 8);
      byte[] flipped = octets.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Findings findings = Verified.of(Verified.with(files, path, flipped), KEYS);

      assertThat(findings.all() > 0 || readsTheSame(path, octets, flipped))
          .as("%s bit %d", path, bit)
          .isTrue();
    }
  }

  /**
   * C2SP signed-note has a signature of a key nobody knows ignored; so a witness's line whose name
   * or key was changed is found by the line beside it, or it is counted among those of nobody.
   */
  @Test
  void everyBitOfAPublishedNoteIsFoundOrCountedAsASignatureOfNobody() {
    byte[] octets = Verified.bytes(SMALL, "checkpoints.ndjson");
    String text = Verified.text(SMALL, "checkpoints.ndjson");
    int from = Verified.utf8(text.substring(0, text.indexOf("\"note\""))).length;
    int to = Verified.utf8(text.substring(0, text.indexOf("\"signedAt\""))).length;
    int found = 0;
    int counted = 0;
    for (int bit = from * 8; bit < to * 8; bit++) {
      byte[] flipped = octets.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Map<String, byte[]> files = Verified.with(SMALL, "checkpoints.ndjson", flipped);
      if (Verified.of(files, KEYS).all() > 0) {
        found++;
      } else if (Verified.strangers(files, NAMED).equals("1")) {
        counted++;
      }
    }

    assertThat(Verified.strangers(SMALL, NAMED)).as("control").isEqualTo("0");
    assertThat(found + counted).isEqualTo((to - from) * 8).isGreaterThan(2_000);
    assertThat(counted).as("at most the bits of one key hash").isLessThanOrEqualTo(32);
  }

  /** JSON can write one text in two ways; a flip from one to the other changes nothing. */
  private static boolean readsTheSame(String path, byte[] before, byte[] after) {
    if (!path.startsWith("facts/")) {
      return false;
    }
    List<String> a = texts(before);
    List<String> b = texts(after);
    return !a.isEmpty() && a.equals(b);
  }

  private static List<String> texts(byte[] file) {
    List<String> texts = new ArrayList<>();
    FactLine line = new FactLine();
    int start = 0;
    for (int at = 0; at < file.length; at++) {
      if (file[at] == '\n') {
        try {
          new FactLines().read(file, start, at, line);
        } catch (Malformed e) {
          return List.of();
        }
        texts.add(
            "%d %s %s %s %s %s %s"
                .formatted(
                    line.position(),
                    line.header(),
                    line.payload(),
                    line.metadata(),
                    line.hasPersonal() ? line.personal() + " " + line.salt() : "",
                    line.erased(),
                    line.withheld()));
        start = at + 1;
      }
    }
    return start == file.length ? texts : List.of();
  }
}
