package nl.korf.auditor.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.korf.model.ModelJson;
import nl.korf.model.view.ViewHash;
import org.jspecify.annotations.Nullable;

/** Writes an export by {@code docs/audit-format.md}. */
public final class Bundle {

  /** The ledger of every test. */
  public static final String LEDGER = "0b5c2f9e-3c1d-4a86-9a53-5d2e8f7a1c04";

  /** What it signs as. */
  public static final String ORIGIN = "korf/" + LEDGER;

  /** Its key. */
  public static final Signer LOG = Signer.log(ORIGIN, 7);

  /** Somebody who saw its checkpoints. */
  public static final Signer WITNESS = Signer.witness("witness.example/one", 9);

  private static final int FILE_FACTS = 10_000;

  private final List<StoredLine> lines;
  private List<Integer> sizes;
  private Signer log = LOG;
  private List<String> keys = List.of(LOG.key());
  private @Nullable Signer witness;
  private long witnessDelay = 5;
  private Map<Long, byte[]> viewHashes = Map.of();

  public Bundle(List<StoredLine> lines) {
    this.lines = List.copyOf(lines);
    this.sizes = List.of(lines.size());
  }

  /** Checkpoints of these sizes, the last of all facts. */
  public Bundle checkpoints(Integer... published) {
    sizes = List.of(published);
    return this;
  }

  public Bundle signedBy(Signer signer, String... named) {
    log = signer;
    keys = List.of(named);
    return this;
  }

  /** A witness signs every checkpoint, so many seconds after the last fact of it. */
  public Bundle witnessed(Signer by, long secondsLater) {
    witness = by;
    witnessDelay = secondsLater;
    return this;
  }

  /** The hashes the ledger says its view had. */
  public Bundle views(Map<Long, byte[]> hashes) {
    viewHashes = new TreeMap<>(hashes);
    return this;
  }

  /** Every file. */
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    facts(files);
    tiles(files);
    String last = checkpoints(files);
    files.put("checkpoint", utf8(last));
    StringBuilder views = new StringBuilder();
    viewHashes.forEach((position, hash) ->
        views.append("{\"position\":%d,\"hash\":\"%s\"}\n".formatted(position, hex(hash))));
    files.put("view-hashes.ndjson", utf8(views.toString()));
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("format", 1);
    head.put("ledger", LEDGER);
    head.put("origin", ORIGIN);
    head.put("size", lines.size());
    head.put("viewVersion", ViewHash.VIEW_VERSION);
    head.put("keys", keys);
    head.put("exportedAt", "2026-06-01T00:00:00Z");
    files.put("export.json", utf8(ModelJson.mapper().writeValueAsString(head)));
    return files;
  }

  private void facts(Map<String, byte[]> files) {
    for (int from = 0; from < lines.size(); from += FILE_FACTS) {
      StringBuilder file = new StringBuilder();
      lines
          .subList(from, Math.min(lines.size(), from + FILE_FACTS))
          .forEach(line -> file.append(line.json()).append('\n'));
      files.put("facts/%09d.ndjson".formatted(from + 1), utf8(file.toString()));
    }
  }

  private List<byte[]> leafHashes() {
    return lines.stream().map(StoredLine::leafHash).toList();
  }

  private void tiles(Map<String, byte[]> files) {
    List<byte[]> hashes = leafHashes();
    for (int level = 0; !hashes.isEmpty(); level++) {
      List<byte[]> above = new ArrayList<>();
      for (int from = 0; from < hashes.size(); from += 256) {
        List<byte[]> tile = hashes.subList(from, Math.min(hashes.size(), from + 256));
        files.put("tile/%d/%s".formatted(level, index(from / 256, tile.size())), concat(tile));
        if (tile.size() == 256) {
          above.add(NaiveTree.root(tile));
        }
      }
      hashes = above;
    }
    for (int from = 0; from < lines.size(); from += 256) {
      List<StoredLine> tile = lines.subList(from, Math.min(lines.size(), from + 256));
      List<byte[]> entries = new ArrayList<>();
      for (StoredLine line : tile) {
        byte[] header = utf8(line.header());
        entries.add(new byte[] {(byte) (header.length >> 8), (byte) header.length});
        entries.add(header);
      }
      files.put("tile/entries/" + index(from / 256, tile.size()), concat(entries));
    }
  }

  private static String index(int n, int width) {
    String path = n < 1000 ? "%03d".formatted(n) : "x%03d/%03d".formatted(n / 1000, n % 1000);
    return width == 256 ? path : path + ".p/" + width;
  }

  private String checkpoints(Map<String, byte[]> files) {
    StringBuilder all = new StringBuilder();
    String last = "";
    for (int size : sizes) {
      byte[] root = NaiveTree.root(leafHashes().subList(0, size));
      Instant recorded = size == 0 ? Instant.EPOCH : lines.get(size - 1).recordedAt();
      long seen = recorded.getEpochSecond() + witnessDelay;
      last = note(size, root, seen);
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("size", size);
      line.put("root", hex(root));
      line.put("note", last);
      line.put("signedAt", recorded.plusSeconds(1).toString());
      line.put(
          "cosignatures",
          witness == null
              ? List.of()
              : List.of(
                  Map.of(
                      "witness", witness.name(), "time", Instant.ofEpochSecond(seen).toString())));
      all.append(ModelJson.mapper().writeValueAsString(line)).append('\n');
    }
    files.put("checkpoints.ndjson", utf8(all.toString()));
    return last;
  }

  /** A signed checkpoint. */
  public String note(long size, byte[] root, long seen) {
    String text = "%s\n%d\n%s\n".formatted(ORIGIN, size, Base64.getEncoder().encodeToString(root));
    String note = text + "\n" + log.line(text) + "\n";
    return witness == null ? note : note + witness.cosign(text, seen) + "\n";
  }

  /** Writes the files below a folder. */
  public static Path write(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }
    return folder;
  }

  /** Writes the files into a zip. */
  public static Path zip(Map<String, byte[]> files, Path path, String below) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(below + file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return path;
  }

  private static byte[] concat(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }
}
