package nl.korf.auditor.testing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Merkle trees by the recursive definition of RFC 6962, 2.1. */
public final class NaiveTree {

  private NaiveTree() {}

  public static byte[] leaf(byte[] data) {
    return sha256(new byte[] {0}, data);
  }

  public static byte[] root(List<byte[]> leafHashes) {
    int n = leafHashes.size();
    if (n == 0) {
      return sha256();
    }
    if (n == 1) {
      return leafHashes.getFirst();
    }
    int k = Integer.highestOneBit(n - 1);
    return sha256(new byte[] {1}, root(leafHashes.subList(0, k)), root(leafHashes.subList(k, n)));
  }

  public static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
