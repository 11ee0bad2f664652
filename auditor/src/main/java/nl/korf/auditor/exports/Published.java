package nl.korf.auditor.exports;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import nl.korf.auditor.note.Malformed;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A line of {@code checkpoints.ndjson}: a checkpoint that was published.
 *
 * @param root in hexadecimal
 * @param note the checkpoint as it was signed
 * @param signedAt when, by the ledger's own clock
 */
public record Published(
    long size, String root, String note, Instant signedAt, List<Cosigned> cosignatures) {

  /** The name of the file. */
  public static final String FILE = "checkpoints.ndjson";

  /** Which witness saw it, and when. */
  public record Cosigned(String witness, Instant time) {}

  private record Written(
      @Nullable Long size,
      @Nullable String root,
      @Nullable String note,
      @Nullable String signedAt,
      @Nullable List<@Nullable WrittenCosigned> cosignatures) {}

  private record WrittenCosigned(@Nullable String witness, @Nullable JsonNode time) {}

  public Published {
    cosignatures = List.copyOf(cosignatures);
  }

  /**
   * Reads a line.
   *
   * @throws Malformed saying what is wrong with it
   */
  public static Published read(byte[] octets) throws Malformed {
    try {
      Written written = ModelJson.mapper().readValue(octets, Written.class);
      if (written == null
          || written.size() == null
          || written.root() == null
          || written.note() == null
          || written.signedAt() == null) {
        throw new Malformed("a checkpoint has size, root, note and signedAt");
      }
      List<Cosigned> cosigned = new java.util.ArrayList<>();
      if (written.cosignatures() != null) {
        for (WrittenCosigned one : written.cosignatures()) {
          cosigned.add(cosigned(one));
        }
      }
      return new Published(
          written.size(), written.root(), written.note(), instant(written.signedAt()), cosigned);
    } catch (JacksonException e) {
      throw new Malformed(e.getOriginalMessage());
    }
  }

  private static Cosigned cosigned(@Nullable WrittenCosigned one) throws Malformed {
    if (one == null || one.witness() == null || one.time() == null) {
      throw new Malformed("a cosignature has a witness and a time");
    }
    JsonNode time = one.time();
    if (time.isIntegralNumber() && time.canConvertToLong()) {
      long seconds = time.longValue();
      if (seconds >= 0 && seconds <= Instant.MAX.getEpochSecond()) {
        return new Cosigned(one.witness(), Instant.ofEpochSecond(seconds));
      }
    }
    return new Cosigned(one.witness(), instant(time.isString() ? time.stringValue() : ""));
  }

  private static Instant instant(String text) throws Malformed {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Malformed("'" + text + "' is no moment");
    }
  }
}
