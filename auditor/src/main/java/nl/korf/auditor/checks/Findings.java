package nl.korf.auditor.checks;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.korf.auditor.checks.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** All that was found wrong. Keeps the first {@value #KEPT_MAX} and counts the rest. */
public final class Findings {

  /** Findings that are told one by one. */
  public static final int KEPT_MAX = 200;

  private final List<Finding> kept = new ArrayList<>();
  private long all;
  private long disproofs;

  public void disproved(@Nullable String file, @Nullable Long position, String what) {
    add(new Finding(Kind.DISPROVED, file, position, what, null, null));
  }

  public void disproved(
      @Nullable String file,
      @Nullable Long position,
      String what,
      @Nullable Object expected,
      @Nullable Object found) {
    add(
        new Finding(
            Kind.DISPROVED,
            file,
            position,
            what,
            expected == null ? null : expected.toString(),
            found == null ? null : found.toString()));
  }

  public void unchecked(@Nullable String file, @Nullable Long position, String what) {
    add(new Finding(Kind.UNCHECKED, file, position, what, null, null));
  }

  public void add(Finding finding) {
    all++;
    disproofs += finding.kind() == Kind.DISPROVED ? 1 : 0;
    if (kept.size() < KEPT_MAX) {
      kept.add(finding);
    }
  }

  /** Those that are told. */
  public List<Finding> kept() {
    return List.copyOf(kept);
  }

  /** How many there are. */
  public long all() {
    return all;
  }

  /** Whether anything contradicts. */
  public boolean disproved() {
    return disproofs > 0;
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  static String hex(byte[] hashes, int from, int length) {
    return HexFormat.of().formatHex(hashes, from, from + length);
  }
}
