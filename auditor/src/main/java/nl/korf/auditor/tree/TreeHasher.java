package nl.korf.auditor.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of a tree (RFC 9162, 2.1.1): leaves behind an octet 0x00, inner nodes behind 0x01.
 * Allocates nothing while it works. Not safe from several threads.
 */
public final class TreeHasher {

  /** Octets of a hash. */
  public static final int HASH_BYTES = 32;

  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  private final MessageDigest sha256 = sha256();

  /** A fresh SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }

  /** The root of a tree without leaves: the hash of nothing. */
  public static byte[] emptyRoot() {
    return sha256().digest();
  }

  /** {@code SHA-256(0x00 || data)} into {@code out}. */
  public void leaf(byte[] data, int offset, int length, byte[] out, int outOffset) {
    sha256.update(LEAF);
    sha256.update(data, offset, length);
    finish(out, outOffset);
  }

  /** {@code SHA-256(0x00 || data)}. */
  public byte[] leaf(byte[] data) {
    byte[] out = new byte[HASH_BYTES];
    leaf(data, 0, data.length, out, 0);
    return out;
  }

  /** {@code SHA-256(0x01 || left || right)} into {@code out}, which may be where a child is. */
  public void node(
      byte[] left, int leftOffset, byte[] right, int rightOffset, byte[] out, int outOffset) {
    sha256.update(NODE);
    sha256.update(left, leftOffset, HASH_BYTES);
    sha256.update(right, rightOffset, HASH_BYTES);
    finish(out, outOffset);
  }

  /** {@code SHA-256(0x01 || left || right)}. */
  public byte[] node(byte[] left, byte[] right) {
    byte[] out = new byte[HASH_BYTES];
    node(left, 0, right, 0, out, 0);
    return out;
  }

  /** {@code SHA-256(data)} into {@code out}. */
  public void plain(byte[] data, int offset, int length, byte[] out, int outOffset) {
    sha256.update(data, offset, length);
    finish(out, outOffset);
  }

  /** {@code SHA-256(salt || data)} into {@code out}. */
  public void salted(byte[] salt, byte[] data, int offset, int length, byte[] out) {
    sha256.update(salt);
    sha256.update(data, offset, length);
    finish(out, 0);
  }

  private void finish(byte[] out, int outOffset) {
    try {
      sha256.digest(out, outOffset, HASH_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 did not fit into 32 octets", e);
    }
  }
}
