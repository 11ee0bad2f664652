package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.korf.model.PersonId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RecordedFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedImportTest {

  private static final int SOUND_FACTS = 6;

  @TempDir Path temporary;

  @Test
  void aBrokenFolderLeavesNothingBehind() {
    Folder broken =
        Folder.sound(temporary).with("people.csv", "id,name,team", "ann,Ann,no", "bob,Bob,maybe");
    try (ImportLab lab = new ImportLab()) {
      ImportReport report = lab.run(broken.path());

      assertThat(report.exitCode()).isEqualTo(1);
      assertThat(lab.facts()).isEmpty();
    }
  }

  @Test
  void repeatingRecordsNothingTwice() {
    Path folder = Folder.sound(temporary).path();
    try (ImportLab lab = new ImportLab()) {
      lab.run(folder);
      ImportReport again = lab.run(folder);

      assertThat(again.exitCode()).isZero();
      assertThat(lab.facts()).hasSize(SOUND_FACTS);
    }
  }

  @Test
  void anImportThatBrokeOffContinues() {
    Path folder = Folder.sound(temporary).path();
    try (ImportLab lab = new ImportLab()) {
      assertThatThrownBy(() -> ImportLab.run(folder, new BreaksOff(lab.sink(), 2)))
          .isInstanceOf(IllegalStateException.class);
      int broken = lab.facts().size();
      ImportReport report = lab.run(folder);

      assertThat(broken).isBetween(1, SOUND_FACTS - 1);
      assertThat(report.exitCode()).isZero();
      assertThat(facts(lab)).hasSize(SOUND_FACTS).doesNotHaveDuplicates();
    }
  }

  @Test
  void withoutIdsThatFollowFromTheRowARepeatWouldDouble() {
    Path folder = Folder.sound(temporary).path();
    try (ImportLab lab = new ImportLab()) {
      lab.run(folder);
      ImportLab.run(folder, new OtherKeys(lab.sink()));

      assertThat(facts(lab).size()).isGreaterThan(SOUND_FACTS);
    }
  }

  @Test
  void aRowThatMovedIsTheSameRow() {
    Folder folder = Folder.sound(temporary);
    try (ImportLab lab = new ImportLab()) {
      lab.run(folder.path());
      folder.with("people.csv", "id,name,team", "cas,Cas,no", "ann,Ann,no", "bob,Bob,no");
      ImportReport again = lab.run(folder.path());

      assertThat(again.exitCode()).isZero();
      assertThat(lab.facts()).hasSize(SOUND_FACTS + 1);
    }
  }

  @Test
  void aRowThatSaysSomethingElseNowIsToldAndNotRecorded() {
    Folder folder = Folder.sound(temporary);
    try (ImportLab lab = new ImportLab()) {
      lab.run(folder.path());
      folder.with("groups.csv", "id,name_en,kind,parent,from", "tigers,Lions,team,,2020-01-01");
      ImportReport again = lab.run(folder.path());

      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.lines()).anyMatch(line -> line.startsWith("groups.csv:2: the row says"));
      assertThat(lab.facts()).hasSize(SOUND_FACTS);
    }
  }

  private static List<Fact> facts(ImportLab lab) {
    return lab.facts().stream().map(RecordedFact::fact).toList();
  }

  /** Records so many batches, then no more. */
  private record BreaksOff(ImportSink sink, AtomicInteger left) implements ImportSink {

    BreaksOff(ImportSink sink, int batches) {
      this(sink, new AtomicInteger(batches));
    }

    @Override
    public String ledger() {
      return sink.ledger();
    }

    @Override
    public Map<String, PersonId> people(String set, Map<String, String> names) {
      return sink.people(set, names);
    }

    @Override
    public Set<String> existing(String set, Collection<String> keys) {
      return sink.existing(set, keys);
    }

    @Override
    public List<Outcome> record(List<PlannedFact> facts) {
      if (left.decrementAndGet() == 0) {
        sink.record(facts.subList(0, 1));
        throw new IllegalStateException("killed");
      }
      return sink.record(facts);
    }

    @Override
    public void close() {
      sink.close();
    }
  }

  /** Gives every fact another key at every run: the control. */
  private record OtherKeys(ImportSink sink) implements ImportSink {

    @Override
    public String ledger() {
      return sink.ledger();
    }

    @Override
    public Map<String, PersonId> people(String set, Map<String, String> names) {
      return sink.people(set, names);
    }

    @Override
    public Set<String> existing(String set, Collection<String> keys) {
      return sink.existing(set, keys);
    }

    @Override
    public List<Outcome> record(List<PlannedFact> facts) {
      return sink.record(
          facts.stream()
              .map(f ->
                  new PlannedFact(
                      f.fact(),
                      f.effectiveAt(),
                      f.set(),
                      f.source(),
                      UUID.randomUUID().toString(),
                      f.findings(),
                      f.attributes(),
                      f.lane(),
                      f.needs(),
                      f.creates()))
              .toList());
    }

    @Override
    public void close() {
      sink.close();
    }
  }
}
