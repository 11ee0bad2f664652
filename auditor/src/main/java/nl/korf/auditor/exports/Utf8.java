package nl.korf.auditor.exports;

import nl.korf.auditor.note.Malformed;

/** UTF-8, to the letter (Unicode, table 3-7). */
final class Utf8 {

  private Utf8() {}

  /**
   * How many octets the character at {@code at} has, which begins with one from 0x80 on.
   *
   * @throws Malformed when it is none
   */
  static int sequence(byte[] in, int at, int end) throws Malformed {
    int first = in[at] & 0xff;
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || end - at < length) {
      throw illFormed(at);
    }
    int second = in[at + 1] & 0xff;
    int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) {
      throw illFormed(at);
    }
    for (int i = 2; i < length; i++) {
      if ((in[at + i] & 0xc0) != 0x80) {
        throw illFormed(at);
      }
    }
    return length;
  }

  /** Writes a character and says where it ends. */
  static int write(int code, byte[] to, int at) {
    int o = at;
    if (code < 0x80) {
      to[o++] = (byte) code;
    } else if (code < 0x800) {
      to[o++] = (byte) (0xc0 | code >> 6);
      to[o++] = (byte) (0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
      to[o++] = (byte) (0xe0 | code >> 12);
      to[o++] = (byte) (0x80 | (code >> 6 & 0x3f));
      to[o++] = (byte) (0x80 | (code & 0x3f));
    } else {
      to[o++] = (byte) (0xf0 | code >> 18);
      to[o++] = (byte) (0x80 | (code >> 12 & 0x3f));
      to[o++] = (byte) (0x80 | (code >> 6 & 0x3f));
      to[o++] = (byte) (0x80 | (code & 0x3f));
    }
    return o;
  }

  private static Malformed illFormed(int at) {
    return new Malformed("ill-formed UTF-8 at octet %d of the line".formatted(at));
  }
}
