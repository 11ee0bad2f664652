package nl.korf.auditor.exports;

import java.io.IOException;
import java.util.List;
import nl.korf.auditor.note.Malformed;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The file {@code export.json}: what an export says of itself.
 *
 * @param ledger the identifier in every header
 * @param origin what its checkpoints are signed as
 * @param size facts in it
 * @param viewVersion the version of the view its view hashes are of
 * @param keys verifier keys the ledger says it signs with, the present one last
 */
public record ExportHead(
    int format,
    String ledger,
    String origin,
    long size,
    int viewVersion,
    List<String> keys,
    String exportedAt) {

  /** The name of the file. */
  public static final String FILE = "export.json";

  /** The one format there is. */
  public static final int FORMAT = 1;

  private static final int BYTES_MAX = 1 << 20;
  private static final int KEYS_MAX = 1_000;

  public ExportHead {
    keys = List.copyOf(keys);
  }

  /** As JSON has it, before anything is known to be there. */
  private record Written(
      @Nullable Integer format,
      @Nullable String ledger,
      @Nullable String origin,
      @Nullable Long size,
      @Nullable Integer viewVersion,
      @Nullable List<@Nullable String> keys,
      @Nullable String exportedAt) {}

  /**
   * Reads it.
   *
   * @throws Malformed when it is not there, or not what it has to be
   * @throws IOException when it cannot be read
   */
  public static ExportHead read(ExportFiles files) throws Malformed, IOException {
    byte[] octets = files.read(FILE, BYTES_MAX);
    if (octets == null) {
      throw new Malformed("there is no " + FILE + ": this is no export of a ledger");
    }
    try {
      return head(ModelJson.mapper().readValue(octets, Written.class));
    } catch (JacksonException e) {
      throw new Malformed(FILE + " is not what it has to be: " + e.getOriginalMessage());
    }
  }

  private static ExportHead head(@Nullable Written written) throws Malformed {
    if (written == null || written.format() == null) {
      throw new Malformed(FILE + " names no format");
    }
    if (written.format() != FORMAT) {
      throw new Malformed(
          "%s is of format %d; this auditor knows format %d"
              .formatted(FILE, written.format(), FORMAT));
    }
    List<String> keys =
        written.keys() == null
            ? List.of()
            : written.keys().stream().<String>map(key -> key == null ? "" : key).toList();
    if (written.ledger() == null
        || written.origin() == null
        || written.size() == null
        || written.size() < 0
        || written.viewVersion() == null
        || written.exportedAt() == null
        || keys.size() > KEYS_MAX) {
      throw new Malformed(
          FILE
              + " lacks one of ledger, origin, size, viewVersion and exportedAt, or has "
              + "more than %d keys".formatted(KEYS_MAX));
    }
    return new ExportHead(
        written.format(),
        written.ledger(),
        written.origin(),
        written.size(),
        written.viewVersion(),
        keys,
        written.exportedAt());
  }
}
