package nl.korf.model.mandates;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The document a mandate was given or withdrawn by (Awb 10:5, 10:8(2)).
 *
 * @param sha256 hash of the document's bytes, 64 lower-case hexadecimal digits
 * @param reference where the document is kept: an address or an archive's identifier, or null
 */
public record WrittenRecord(String sha256, @Nullable String reference) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public WrittenRecord {
    if (!HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "the SHA-256 of a document is 64 hexadecimal digits in lower case, not '%s'"
              .formatted(sha256));
    }
  }
}
