package nl.korf.service.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.service.imports.UploadRefused.Why;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Folders that browsers sent, in a temporary place of this process that nobody else may read: the
 * last few, each for an hour. They hold names of people, so they go as soon as they are recorded,
 * when the process ends, and at the next start where it could not.
 */
@Component
class Uploads {

  /** Uploads kept at once; one more takes the place of the oldest. */
  static final int KEPT_MAX = 4;

  /** How long one is kept. */
  static final Duration KEPT = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final String PLACE = "korf-import-";

  private final String ledger;
  private final Clock clock;
  private final Map<String, Upload> kept = new LinkedHashMap<>();
  private @Nullable Path place;

  Uploads(EventStoreConfig config, Clock clock) {
    this.ledger = config.ledgerId();
    this.clock = clock;
    leftBehind().forEach(Uploads::remove);
  }

  /**
   * Takes a folder in.
   *
   * @param set its name, or null: that of the folder or archive it came in
   * @throws UploadRefused when it cannot be taken; nothing of it is kept then
   */
  Upload receive(List<MultipartFile> sent, @Nullable String set) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory(place(), "upload-");
      return received(sent, set, folder);
    } catch (IOException failure) {
      remove(folder);
      throw new UncheckedIOException("cannot keep what was sent", failure);
    } catch (RuntimeException refused) {
      remove(folder);
      throw refused;
    }
  }

  private Upload received(List<MultipartFile> sent, @Nullable String set, Path folder)
      throws IOException {
    List<MultipartFile> files = sent.stream().filter(file -> !nameOf(file).isEmpty()).toList();
    Path content = Files.createDirectory(folder.resolve("content"));
    Unpacking unpacking = new Unpacking(content);
    boolean archive = files.stream().anyMatch(file -> Unpacking.isArchive(nameOf(file)));
    if (archive && files.size() > 1) {
      throw new UploadRefused(Why.SEVERAL_ARCHIVES);
    }
    for (MultipartFile file : files) {
      try (InputStream in = file.getInputStream()) {
        if (archive) {
          unpacking.archive(nameOf(file), in);
        } else {
          unpacking.file(nameOf(file), in);
        }
      }
    }
    if (unpacking.files().isEmpty()) {
      throw new UploadRefused(Why.NOTHING_SENT);
    }
    String name = setName(set, unpacking.folderName(), archive ? nameOf(files.getFirst()) : null);
    Path named = Files.move(content, folder.resolve(name));
    List<String> names = List.copyOf(unpacking.files().keySet());
    return keep(
        new Upload(
            id(name, names, named),
            named,
            names,
            List.copyOf(unpacking.leftAside()),
            clock.instant()));
  }

  private static String nameOf(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null ? "" : name;
  }

  /** The set is part of the id of every command, so it must be the same when it is sent again. */
  private static String setName(
      @Nullable String said, @Nullable String folder, @Nullable String archive) {
    String name = said == null || said.isBlank() ? folder : said;
    if (name == null && archive != null) {
      name = archive.substring(0, archive.length() - ".zip".length());
    }
    String fit =
        name == null
            ? ""
            : name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]+", "-")
                .replaceAll("^-+|-+$", "");
    if (fit.isEmpty()) {
      throw new UploadRefused(Why.SET_UNNAMED);
    }
    return fit.substring(0, Math.min(fit.length(), 64));
  }

  private String id(String set, List<String> names, Path folder) throws IOException {
    MessageDigest hash = sha256();
    part(hash, ledger.getBytes(StandardCharsets.UTF_8));
    part(hash, set.getBytes(StandardCharsets.UTF_8));
    for (String name : names) {
      part(hash, name.getBytes(StandardCharsets.UTF_8));
      part(hash, Files.readAllBytes(folder.resolve(name)));
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  /** With its length, so that no two folders run together to the same bytes. */
  private static void part(MessageDigest hash, byte[] bytes) {
    hash.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
    hash.update(bytes);
  }

  private synchronized Upload keep(Upload upload) {
    forgetOld();
    Upload same = kept.remove(upload.id());
    if (same != null) {
      remove(same.folder().getParent());
    }
    while (kept.size() >= KEPT_MAX) {
      forget(kept.keySet().iterator().next());
    }
    kept.put(upload.id(), upload);
    return upload;
  }

  /** One that is still kept. */
  synchronized Optional<Upload> find(String id) {
    forgetOld();
    return Optional.ofNullable(kept.get(id));
  }

  /** Takes it away. */
  synchronized void forget(String id) {
    Upload upload = kept.remove(id);
    if (upload != null) {
      remove(upload.folder().getParent());
    }
  }

  private void forgetOld() {
    List<String> old =
        kept.values().stream()
            .filter(upload -> upload.receivedAt().plus(KEPT).isBefore(clock.instant()))
            .map(Upload::id)
            .toList();
    old.forEach(this::forget);
  }

  /** Takes everything away. */
  @PreDestroy
  synchronized void close() {
    kept.clear();
    remove(place);
    place = null;
  }

  private synchronized Path place() throws IOException {
    if (place == null) {
      place = Files.createTempDirectory(PLACE + ProcessHandle.current().pid() + "-");
    }
    return place;
  }

  /** Places of processes that are gone. */
  private static List<Path> leftBehind() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> all = Files.list(temporary)) {
      return all.filter(path -> isLeftBehind(String.valueOf(path.getFileName()))).toList();
    } catch (IOException failure) {
      LOG.warn("Cannot look for uploads left behind in {}", temporary, failure);
      return List.of();
    }
  }

  private static boolean isLeftBehind(String name) {
    if (!name.matches(PLACE + "\\d{1,18}-\\d+")) {
      return false;
    }
    long process = Long.parseLong(name.split("-", -1)[2]);
    return ProcessHandle.of(process).isEmpty();
  }

  private static void remove(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failure) {
      LOG.warn("Cannot remove what was sent, {}: remove it by hand", folder, failure);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
