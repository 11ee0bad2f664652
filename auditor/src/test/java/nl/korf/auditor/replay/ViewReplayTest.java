package nl.korf.auditor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Export;
import nl.korf.auditor.checks.Findings;
import nl.korf.auditor.checks.Progress;
import nl.korf.auditor.checks.Verification;
import nl.korf.auditor.exports.Counted;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.MemoryFiles;
import nl.korf.auditor.testing.NaiveView;
import nl.korf.auditor.testing.StoredLine;
import nl.korf.auditor.testing.Story;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.RecordedFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewReplayTest {

  /** Facts by chance, many of which hold from before they were recorded. */
  private static List<RecordedFact> history(long seed, int facts) {
    SplittableRandom random = new SplittableRandom(seed);
    Story story = Story.ofTheMinister();
    for (int i = 0; i < 4; i++) {
      story.group("g-" + i);
    }
    for (int i = 0; i < facts; i++) {
      GroupId group = new GroupId("g-" + random.nextInt(4));
      PersonId person = new PersonId(List.of("mia", "dirk", "olga").get(random.nextInt(3)));
      var fact =
          switch (random.nextInt(6)) {
            case 0 -> new GroupRenamed(group, LocalizedText.en("name " + i));
            case 1 -> new MemberJoined(group, person, "member");
            case 2 -> new MemberLeft(group, person, "member", null);
            case 3 -> new MandateSuspended(new MandateId("m-1"), null);
            case 4 -> new SuspensionLifted(new MandateId("m-1"), null);
            default -> story.decision("d-" + i, "mia", 10);
          };
      story.record(fact, story.now().minus(Duration.ofMinutes(random.nextInt(3) * 20L)), null);
    }
    return story.facts();
  }

  private record Replayed(ViewReplay replay, Findings findings) {}

  private static Replayed replay(Map<String, byte[]> files, Long... at) {
    Findings findings = new Findings();
    NavigableSet<Long> positions = new TreeSet<>(List.of(at));
    try (Export export = Export.open(new Counted(new MemoryFiles(files)), List.of())) {
      ViewHashes hashes = ViewHashes.read(export.files(), export.head().size(), findings);
      ViewReplay replay = new ViewReplay(hashes, positions, findings);
      Verification.run(
          export,
          Verification.Depth.usual(),
          findings,
          Progress.NONE,
          List.of(new Decoder(findings, replay)),
          (_, _, _) -> {});
      return new Replayed(replay, findings);
    } catch (CannotCheck | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void theViewIsTheSameAtEveryPosition(long seed) {
    List<RecordedFact> facts = history(seed, 60);
    Map<String, byte[]> files =
        new Bundle(StoredLine.all(Bundle.LEDGER, facts)).views(NaiveView.hashes(facts)).files();

    Replayed all = replay(files);

    assertThat(all.findings().kept()).isEmpty();
    assertThat(all.replay().compared()).isEqualTo(facts.size());
  }

  @Test
  void atTenPositionsTheHashesAreThoseOfTheFoldFromTheStart() {
    List<RecordedFact> facts = history(4, 60);
    Map<String, byte[]> files =
        new Bundle(StoredLine.all(Bundle.LEDGER, facts)).views(NaiveView.hashes(facts)).files();
    List<Long> positions = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      positions.add((long) facts.size() * i / 10);
    }

    Replayed ten = replay(files, positions.toArray(Long[]::new));

    assertThat(ten.findings().kept()).isEmpty();
    assertThat(ten.replay().compared()).isEqualTo(10);
    ten.replay()
        .computed()
        .forEach((position, hash) ->
            assertThat(hash)
                .isEqualTo(
                    HexFormat.of()
                        .formatHex(NaiveView.hash(facts.subList(0, Math.toIntExact(position))))));
  }

  @Test
  void aViewThatWasNotThatOfTheFactsIsFoundAtItsPosition() {
    List<RecordedFact> facts = history(5, 30);
    Map<Long, byte[]> hashes = new TreeMap<>(NaiveView.hashes(facts));
    byte[] wrong = hashes.get(20L) == null ? new byte[32] : hashes.get(20L).clone();
    wrong[0] ^= 1;
    hashes.put(20L, wrong);
    Map<String, byte[]> files =
        new Bundle(StoredLine.all(Bundle.LEDGER, facts)).views(hashes).files();

    assertThat(replay(files, 20L).findings().kept())
        .singleElement()
        .matches(one -> one.position() != null && one.position() == 20);
    assertThat(replay(files, 19L).findings().kept()).as("control: before it").isEmpty();
    assertThat(replay(files).findings().kept()).isNotEmpty();
  }

  @Test
  void aChangeOfTheViewThatTheLedgerKeptSilentAboutIsFound() {
    List<RecordedFact> facts = history(6, 30);
    Map<Long, byte[]> hashes = new TreeMap<>(NaiveView.hashes(facts));
    Long left = Collections.max(hashes.keySet());
    hashes.remove(left);
    Map<String, byte[]> files =
        new Bundle(StoredLine.all(Bundle.LEDGER, facts)).views(hashes).files();

    assertThat(replay(files).findings().kept()).first().matches(one -> left.equals(one.position()));
  }

  @Test
  void aFactThatThisAuditorDoesNotKnowIsToldAndNothingComputedBehindIt() {
    List<StoredLine> lines = new ArrayList<>(StoredLine.all(Bundle.LEDGER, history(7, 5)));
    StoredLine last = lines.removeLast();
    lines.add(
        last.with(
            last.header().replaceAll("\"type\":\"[A-Za-z]+\"", "\"type\":\"Unheard\""),
            last.payload()));
    Map<String, byte[]> files = new Bundle(lines).files();

    assertThat(replay(files, (long) lines.size()).findings().kept())
        .anyMatch(one -> one.what().contains("a fact this auditor cannot read"));
  }
}
