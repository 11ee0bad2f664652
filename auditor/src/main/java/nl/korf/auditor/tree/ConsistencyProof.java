package nl.korf.auditor.tree;

import java.util.Arrays;
import java.util.List;

/**
 * That a tree is the beginning of a later one (RFC 9162, 2.1.4).
 *
 * @param hashes as a prover gives them
 */
public record ConsistencyProof(long first, long second, List<byte[]> hashes) {

  public ConsistencyProof {
    hashes = List.copyOf(hashes);
  }

  /** Whether it proves so for these roots (RFC 9162, 2.1.4.2). An empty tree begins every tree. */
  public boolean holds(byte[] firstRoot, byte[] secondRoot) {
    if (first < 0 || first > second) {
      return false;
    }
    if (first == second) {
      return hashes.isEmpty() && Arrays.equals(firstRoot, secondRoot);
    }
    if (first == 0) {
      return hashes.isEmpty() && Arrays.equals(firstRoot, TreeHasher.emptyRoot());
    }
    return climbs(firstRoot, secondRoot);
  }

  private boolean climbs(byte[] firstRoot, byte[] secondRoot) {
    boolean power = Long.bitCount(first) == 1;
    if (!power && hashes.isEmpty()) {
      return false;
    }
    TreeHasher hasher = new TreeHasher();
    long fn = first - 1;
    long sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] fr = power ? firstRoot : hashes.getFirst();
    byte[] sr = fr;
    for (byte[] hash : power ? hashes : hashes.subList(1, hashes.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = hasher.node(hash, fr);
        sr = hasher.node(hash, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = hasher.node(sr, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
  }
}
