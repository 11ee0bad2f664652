package nl.korf.model.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The hash of the shared view at a position. Covers, for every read model, the digest of the {@link
 * MultisetHash} over the canonical bytes of all segments known at that position, the past and the
 * planned ones too.
 *
 * <p>It is the SHA-256 of these lines in UTF-8, each ended by a line feed: {@code korf view 3},
 * then for each {@link ReadModel} in its order the name and the digest in lower-case hexadecimal,
 * {@code PEOPLE 5341e6b2…}.
 */
public final class ViewHash {

  /**
   * The version of the view: goes up when rows of the same facts change, or a title in them was
   * erased.
   */
  public static final int VIEW_VERSION = 3;

  private ViewHash() {}

  /** The digest of a read model that holds no row. */
  public static byte[] emptyDigest() {
    return new MultisetHash().digest();
  }

  /**
   * The hash.
   *
   * @param digests the latest digest of each read model at or before the position; one that holds
   *     no row yet may be absent
   */
  public static byte[] of(Map<ReadModel, byte[]> digests) {
    var lines = new StringBuilder("korf view ").append(VIEW_VERSION).append('\n');
    for (ReadModel readModel : ReadModel.values()) {
      byte[] digest = digests.getOrDefault(readModel, emptyDigest());
      lines.append(readModel).append(' ').append(HexFormat.of().formatHex(digest)).append('\n');
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
