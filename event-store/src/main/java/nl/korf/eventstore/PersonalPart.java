package nl.korf.eventstore;

import java.util.Arrays;

/**
 * The erasable part of a fact: free text and other personal data. The fact's header carries {@code
 * SHA-256(salt || bytes)}, so erasing both leaves the header provable and the text unguessable. The
 * arrays are shared, not copied: treat them as read-only.
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
public record PersonalPart(byte[] salt, byte[] bytes) {

  /** Octets of random salt before the personal bytes when the commitment is computed. */
  public static final int SALT_BYTES = 16;

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonalPart that
        && Arrays.equals(salt, that.salt)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  /** Never prints what it holds: personal data has no place in a log. */
  @Override
  public String toString() {
    return "PersonalPart[" + bytes.length + " bytes]";
  }
}
