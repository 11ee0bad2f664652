package nl.korf.auditor.checks;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import nl.korf.auditor.tree.TreeHasher;

/** Goes through the octets of a header, which it does not copy. */
final class HeaderCursor {

  /** Stands for a header that is not of its form; the message says where. */
  static final class NotSo extends Exception {
    private static final long serialVersionUID = 1;

    NotSo(String problem) {
      super(problem);
    }
  }

  private static final String TIME = "dddd-dd-ddTdd:dd:dd.ddddddZ";
  private static final String UUID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  private static final int DATE_LENGTH = 10;
  private static final int DIGITS_MAX = 16;

  byte[] octets = new byte[0];
  int at;
  private int length;
  private boolean plain;
  private final byte[] lastDate = new byte[DATE_LENGTH];

  void read(byte[] header, int to) {
    octets = header;
    length = to;
    at = 0;
    plain = true;
  }

  /** Whether no character so far needs a rule of RFC 8785 that is not looked at here. */
  boolean plain() {
    return plain;
  }

  /** Whether the character is next. */
  boolean next(char c) {
    return at < length && octets[at] == c;
  }

  void needEnd() throws NotSo {
    if (at != length) {
      throw new NotSo("something stands behind it");
    }
  }

  void need(char c) throws NotSo {
    if (!next(c)) {
      throw new NotSo("'%s' expected at octet %d".formatted(c, at));
    }
    at++;
  }

  boolean ordered(int from, int to, int nextFrom, int nextTo) {
    return Arrays.compareUnsigned(octets, from, to, octets, nextFrom, nextTo) < 0;
  }

  boolean skip(byte[] literal) {
    if (length - at < literal.length) {
      return false;
    }
    for (int i = 0; i < literal.length; i++) {
      if (octets[at + i] != literal[i]) {
        return false;
      }
    }
    at += literal.length;
    return true;
  }

  void need(byte[] literal) throws NotSo {
    if (!skip(literal)) {
      throw new NotSo(
          "%s expected at octet %d".formatted(new String(literal, StandardCharsets.UTF_8), at));
    }
  }

  /** Passes over a string and says where it begins, behind its quote. */
  int string(String what) throws NotSo {
    if (at >= length || octets[at] != '"') {
      throw new NotSo(what + " is no string");
    }
    int from = ++at;
    while (at < length && octets[at] != '"') {
      if (octets[at] == '\\') {
        plain = false;
        at++;
      } else if (octets[at] < ' ') {
        plain = false;
      }
      at++;
    }
    if (at >= length) {
      throw new NotSo(what + " does not end");
    }
    at++;
    return from;
  }

  long integer(String what) throws NotSo {
    int from = at;
    long value = 0;
    while (at < length && octets[at] >= '0' && octets[at] <= '9' && at - from < DIGITS_MAX) {
      value = value * 10 + (octets[at] - '0');
      at++;
    }
    if (at == from || (octets[from] == '0' && at > from + 1)) {
      throw new NotSo(what + " is no whole number");
    }
    return value;
  }

  void hash(byte[] into, String what) throws NotSo {
    int from = string(what);
    if (at - 1 - from != 2 * TreeHasher.HASH_BYTES) {
      throw new NotSo(what + " has no 64 digits");
    }
    for (int i = 0; i < into.length; i++) {
      int high = digit(octets[from + 2 * i]);
      int low = digit(octets[from + 2 * i + 1]);
      if ((high | low) < 0) {
        throw new NotSo(what + " is no lower-case hexadecimal");
      }
      into[i] = (byte) (high << 4 | low);
    }
  }

  private static int digit(byte c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }

  int time(String what) throws NotSo {
    int from = string(what);
    like(TIME, from, at - 1, what);
    if (octets[from + 11] > '2'
        || (octets[from + 11] == '2' && octets[from + 12] > '3')
        || octets[from + 14] > '5'
        || octets[from + 17] > '5') {
      throw new NotSo(what + " is no time of a day");
    }
    if (!Arrays.equals(octets, from, from + DATE_LENGTH, lastDate, 0, DATE_LENGTH)) {
      try {
        LocalDate.parse(new String(octets, from, DATE_LENGTH, StandardCharsets.US_ASCII));
        System.arraycopy(octets, from, lastDate, 0, DATE_LENGTH);
      } catch (DateTimeException e) {
        throw new NotSo(what + " is no day of a calendar");
      }
    }
    return from;
  }

  void uuid(int from, String what) throws NotSo {
    like(UUID, from, at - 1, what);
  }

  private void like(String form, int from, int to, String what) throws NotSo {
    boolean same = to - from == form.length();
    for (int i = 0; same && i < form.length(); i++) {
      byte c = octets[from + i];
      same =
          switch (form.charAt(i)) {
            case 'd' -> c >= '0' && c <= '9';
            case 'x' -> digit(c) >= 0;
            default -> c == form.charAt(i);
          };
    }
    if (!same) {
      throw new NotSo(what + " is not written " + form);
    }
  }
}
