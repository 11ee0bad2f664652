package nl.korf.service.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers that follow from a command id: the same at every repeat, and not to be guessed. */
final class DerivedId {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARACTERS = 26;

  private DerivedId() {}

  /** {@code prefix-} and 26 characters of Crockford's base 32: 130 bits of a SHA-256. */
  static String of(String prefix, UUID commandId) {
    byte[] hash = sha256(prefix + "/" + commandId);
    StringBuilder id = new StringBuilder(prefix).append('-');
    for (int character = 0; character < CHARACTERS; character++) {
      id.append(ALPHABET.charAt(fiveBits(hash, character * 5)));
    }
    return id.toString();
  }

  private static int fiveBits(byte[] bytes, int offset) {
    int first = offset / 8;
    int pair = (bytes[first] & 0xff) << 8 | (bytes[first + 1] & 0xff);
    return pair >> (11 - offset % 8) & 31;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
