package nl.korf.auditor.exports;

import nl.korf.auditor.note.Malformed;

/**
 * JSON strings and punctuation of one line (RFC 8259), straight from octets to octets: an export of
 * a million facts is read at the pace of its hashes. Strict: no ill-formed UTF-8, no half a
 * surrogate pair, no control characters, nothing that is not JSON.
 */
final class JsonText {

  private static final boolean[] PLAIN = plain();
  private static final int HEX = 16;

  private byte[] in = new byte[0];
  private int at;
  private int end;

  private static boolean[] plain() {
    boolean[] plain = new boolean[256];
    for (int c = ' '; c < 0x80; c++) {
      plain[c] = c != '"' && c != '\\';
    }
    return plain;
  }

  void read(byte[] octets, int from, int to) {
    in = octets;
    at = from;
    end = to;
  }

  /** Passes over white space and says what comes next; 0 at the end. */
  byte peek() {
    while (at < end && (in[at] == ' ' || in[at] == '\t' || in[at] == '\r')) {
      at++;
    }
    return at < end ? in[at] : 0;
  }

  void expect(char punctuation) throws Malformed {
    if (peek() != punctuation) {
      throw new Malformed("'%s' expected at octet %d of the line".formatted(punctuation, at));
    }
    at++;
  }

  /** Whether the character comes next; then it is passed over. */
  boolean skip(char punctuation) {
    if (peek() != punctuation) {
      return false;
    }
    at++;
    return true;
  }

  void expectEnd() throws Malformed {
    if (peek() != 0 || at < end) {
      throw new Malformed("something stands behind the object, at octet %d".formatted(at));
    }
  }

  /** A whole number from 0, of at most 18 digits. */
  long integer(String what) throws Malformed {
    peek();
    int from = at;
    long value = 0;
    while (at < end && in[at] >= '0' && in[at] <= '9' && at - from < 18) {
      value = value * 10 + (in[at] - '0');
      at++;
    }
    boolean plain = at > from && (in[from] != '0' || at == from + 1);
    byte next = peek();
    if (!plain || (next != ',' && next != '}')) {
      throw new Malformed(what + " is no whole number from 0");
    }
    return value;
  }

  void expectTrue(String what) throws Malformed {
    peek();
    if (end - at < 4
        || in[at] != 't'
        || in[at + 1] != 'r'
        || in[at + 2] != 'u'
        || in[at + 3] != 'e') {
      throw new Malformed(what + " is true, or it is not there");
    }
    at += 4;
  }

  /** A string with its quotes; what it says goes into {@code out}. */
  void string(Text out) throws Malformed {
    expect('"');
    byte[] from = in;
    int i = at;
    byte[] to = out.room(end - i);
    int o = 0;
    while (i < end) {
      byte b = from[i];
      if (PLAIN[b & 0xff]) {
        to[o++] = b;
        i++;
      } else if (b == '"') {
        out.length(o);
        at = i + 1;
        return;
      } else if (b == '\\') {
        at = i + 1;
        o = escape(to, o);
        i = at;
      } else if (b < 0) {
        int length = Utf8.sequence(from, i, end);
        for (int k = 0; k < length; k++) {
          to[o++] = from[i++];
        }
      } else {
        throw new Malformed("the control character U+%04X in a string".formatted((int) b));
      }
    }
    throw new Malformed("a string without an end");
  }

  private int escape(byte[] to, int o) throws Malformed {
    byte kind = at < end ? in[at++] : 0;
    byte plain =
        switch (kind) {
          case '"', '\\', '/' -> kind;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> 0;
          default -> throw new Malformed("an escape that JSON does not know");
        };
    if (kind == 'u') {
      return unicode(to, o);
    }
    to[o] = plain;
    return o + 1;
  }

  private int unicode(byte[] to, int o) throws Malformed {
    int code = hex4();
    if (Character.isSurrogate((char) code)) {
      if (!Character.isHighSurrogate((char) code)
          || end - at < 6
          || in[at] != '\\'
          || in[at + 1] != 'u') {
        throw new Malformed("half a surrogate pair in a string");
      }
      at += 2;
      int low = hex4();
      if (!Character.isLowSurrogate((char) low)) {
        throw new Malformed("half a surrogate pair in a string");
      }
      code = Character.toCodePoint((char) code, (char) low);
    }
    return Utf8.write(code, to, o);
  }

  private int hex4() throws Malformed {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < end ? Character.digit(in[at], HEX) : -1;
      if (digit < 0) {
        throw new Malformed("an escape without its four digits");
      }
      code = code * HEX + digit;
      at++;
    }
    return code;
  }
}
