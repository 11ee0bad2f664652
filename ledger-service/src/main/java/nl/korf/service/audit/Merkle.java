package nl.korf.service.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of the tree (RFC 9162, 2.1.1). */
final class Merkle {

  /** Octets of a hash. */
  static final int HASH_BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private Merkle() {}

  /** Of a tree without leaves. */
  static byte[] empty() {
    return sha256().digest();
  }

  /** {@code SHA-256(0x00 || data)}. */
  static byte[] leaf(byte[] data) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return digest.digest(data);
  }

  /** {@code SHA-256(0x01 || left || right)}. */
  static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
