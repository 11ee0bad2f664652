package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.service.imports.UploadRefused.Why;
import nl.korf.service.kernel.StoryClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.multipart.MultipartFile;

/** What a browser may send, and what becomes of it. */
class UploadsTest {

  private static final Sent PEOPLE = Sent.text("people.csv", "id,name,team\nann,Ann,no\n");
  private static final Sent GROUPS = Sent.text("groups.csv", "id,name_en,kind\na,A,team\n");

  private final StoryClock clock = new StoryClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final Uploads uploads = new Uploads(EventStoreConfig.of("urn:test"), clock);

  @AfterEach
  void close() {
    uploads.close();
  }

  @Test
  void aFolderIsTheSameUploadInWhateverWayItIsSent() {
    Upload loose = receive("tigers", PEOPLE, GROUPS);
    Upload archive = receive(null, Sent.archive("tigers.zip", List.of(GROUPS, PEOPLE)));
    Upload inFolder =
        receive(
            null,
            Sent.archive(
                "x.zip",
                List.of(
                    new Sent("Tigers/people.csv", PEOPLE.bytes()),
                    new Sent("Tigers/groups.csv", GROUPS.bytes()))));

    assertThat(archive.id()).isEqualTo(loose.id()).isEqualTo(inFolder.id());
    assertThat(loose.set()).isEqualTo("tigers");
    assertThat(loose.files()).containsExactly("groups.csv", "people.csv");
  }

  /** The control: another byte, another name of the set, another import. */
  @Test
  void anythingElseIsAnotherUpload() {
    String id = receive("tigers", PEOPLE).id();

    assertThat(receive("lions", PEOPLE).id()).isNotEqualTo(id);
    assertThat(receive("tigers", Sent.text("people.csv", "id,name,team\nbob,Bob,no\n")).id())
        .isNotEqualTo(id);
    assertThat(receive("tigers", PEOPLE, GROUPS).id()).isNotEqualTo(id);
  }

  @Test
  void whatIsNoCsvIsLeftAsideAndNamed() {
    Upload upload =
        receive("tigers", PEOPLE, Sent.text("README.md", "#"), Sent.text(".hidden.csv", "id"));

    assertThat(upload.files()).containsExactly("people.csv");
    assertThat(upload.leftAside()).containsExactly(".hidden.csv", "README.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../people.csv",
        "a/../../people.csv",
        "/etc/people.csv",
        "C:\\people.csv",
        "..\\people.csv"
      })
  void nothingThatIsSentChoosesItsPlace(String name) throws IOException {
    List<Path> before = placed();

    refused(Why.OUTSIDE_THE_FOLDER, Sent.archive("x.zip", List.of(new Sent(name, PEOPLE.bytes()))));
    refused(Why.OUTSIDE_THE_FOLDER, new Sent(name, PEOPLE.bytes()));
    assertThat(placed()).isEqualTo(before);
  }

  /** 70 MiB of nothing is some 70 kB in an archive. */
  @Test
  void anArchiveThatGrowsBeyondTheLimitIsRefusedAndNothingOfItIsKept() throws IOException {
    byte[] zeros = new byte[(int) Unpacking.UNPACKED_BYTES_MAX / 8];
    List<Sent> files = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      files.add(new Sent("people-%d.csv".formatted(i), zeros));
    }
    Sent bomb = Sent.archive("bomb.zip", files);
    assertThat(bomb.getSize()).isLessThan(1 << 20);

    refused(Why.TOO_LARGE, bomb);
    assertThat(placed()).allMatch(path -> isEmpty(path));

    // the control: one file less is taken
    assertThat(receive(null, Sent.archive("bomb.zip", files.subList(0, 8))).files()).hasSize(8);
  }

  @Test
  void filesAreCountedAlsoThoseThatAreNotRead() {
    List<Sent> many = new ArrayList<>(List.of(PEOPLE));
    for (int i = 0; i < Unpacking.FILES_MAX; i++) {
      many.add(Sent.text("note-%d.txt".formatted(i), "x"));
    }

    refused(Why.TOO_MANY_FILES, Sent.archive("many.zip", many));
    assertThat(
            receive(null, Sent.archive("many.zip", many.subList(0, Unpacking.FILES_MAX))).files())
        .hasSize(1);
  }

  @Test
  void whatIsNoFolderIsRefusedWithTheReason() {
    refused(Why.NOTHING_SENT);
    refused(Why.NOTHING_SENT, Sent.text("", ""));
    refused(Why.NOTHING_SENT, Sent.text("README.md", "#"));
    refused(Why.NO_ARCHIVE, Sent.text("x.zip", "this is no archive"));
    refused(Why.SEVERAL_ARCHIVES, Sent.archive("x.zip", List.of(PEOPLE)), PEOPLE);
    refused(Why.NAME_TWICE, PEOPLE, PEOPLE);
    refused(Why.NAME_UNFIT, Sent.text("a".repeat(100) + ".csv", "id"));
    refused(
        Why.SEVERAL_FOLDERS,
        Sent.archive(
            "x.zip",
            List.of(new Sent("a/people.csv", new byte[1]), new Sent("b/groups.csv", new byte[1]))));
    refused(Why.SET_UNNAMED, PEOPLE);
  }

  @Test
  void itIsKeptForAnHourAndTheLastFewOnly() {
    Upload first = receive("set-0", PEOPLE);
    assertThat(uploads.find(first.id())).isPresent();
    for (int i = 1; i <= Uploads.KEPT_MAX; i++) {
      receive("set-" + i, PEOPLE);
    }

    assertThat(uploads.find(first.id())).isEmpty();
    assertThat(first.folder()).doesNotExist();

    Upload last = receive("last", PEOPLE);
    clock.advance(Uploads.KEPT.plus(Duration.ofSeconds(1)));

    assertThat(uploads.find(last.id())).isEmpty();
    assertThat(last.folder()).doesNotExist();
  }

  @Test
  void nobodyElseMayReadItAndItGoesWithTheProcess() throws IOException {
    Upload upload = receive("tigers", PEOPLE);
    Path place = placeOf(upload);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rwx------");
    uploads.close();
    assertThat(place).doesNotExist();
  }

  @Test
  void whatAKilledProcessLeftBehindGoesAtTheNextStart() throws IOException {
    long nobody = 4_194_305; // above the largest process id of Linux
    Path left = Files.createTempDirectory("korf-import-%d-".formatted(nobody));
    Files.writeString(left.resolve("people.csv"), "id");

    new Uploads(EventStoreConfig.of("urn:test"), clock).close();

    assertThat(left).doesNotExist();
  }

  private Upload receive(@Nullable String set, Sent... files) {
    return uploads.receive(List.<MultipartFile>of(files), set);
  }

  private void refused(Why why, Sent... files) {
    assertThatThrownBy(() -> receive(null, files))
        .isInstanceOfSatisfying(
            UploadRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  private List<Path> placed() throws IOException {
    Upload upload = receive("known", GROUPS);
    uploads.forget(upload.id());
    try (var all = Files.list(placeOf(upload))) {
      return all.sorted().toList();
    }
  }

  private static Path placeOf(Upload upload) {
    Path own = Objects.requireNonNull(upload.folder().getParent());
    return Objects.requireNonNull(own.getParent());
  }

  private static boolean isEmpty(Path folder) {
    try (var all = Files.list(folder)) {
      return all.findAny().isEmpty();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
