package nl.korf.auditor.exports;

import java.nio.charset.StandardCharsets;

/** Octets of UTF-8 in an array that is used again for the next line. */
public final class Text {

  private byte[] octets = new byte[1 << 12];
  private int length;

  /** The array; only the first {@link #length} octets of it are the text. */
  public byte[] octets() {
    return octets;
  }

  public int length() {
    return length;
  }

  /** The text in an array of its own. */
  public byte[] copy() {
    return java.util.Arrays.copyOf(octets, length);
  }

  @Override
  public String toString() {
    return new String(octets, 0, length, StandardCharsets.UTF_8);
  }

  /** An array with room for that many octets; what was in it is gone. */
  byte[] room(int most) {
    if (octets.length < most) {
      octets = new byte[Math.max(most, octets.length * 2)];
    }
    length = 0;
    return octets;
  }

  void length(int now) {
    length = now;
  }
}
