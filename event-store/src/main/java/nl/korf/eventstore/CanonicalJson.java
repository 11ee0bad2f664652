package nl.korf.eventstore;

import java.nio.charset.StandardCharsets;

/**
 * Writes JSON the one way RFC 8785 allows. The caller gives members in order (by UTF-16 code unit)
 * and knows only strings and integers; this class owns the escaping (RFC 8785 3.2.2.2). Built for
 * the append path, where a general canonicaliser would parse what we have just written.
 */
final class CanonicalJson {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder(512);

  /** Structure: braces, commas, member names that need no escaping. */
  CanonicalJson raw(String structure) {
    text.append(structure);
    return this;
  }

  /** An integer; RFC 8785 knows only what a double can hold exactly. */
  CanonicalJson integer(long value) {
    if (Math.abs(value) > (1L << 53)) {
      throw new IllegalArgumentException("RFC 8785 cannot write the integer " + value);
    }
    text.append(value);
    return this;
  }

  /**
   * A string with its quotes.
   *
   * @throws FactRejected when it holds a lone surrogate, which UTF-8 cannot carry
   */
  CanonicalJson string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        i = pair(value, i);
      } else {
        character(c);
      }
    }
    text.append('"');
    return this;
  }

  byte[] utf8() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private int pair(String value, int high) {
    boolean paired =
        high + 1 < value.length()
            && Character.isSurrogatePair(value.charAt(high), value.charAt(high + 1));
    if (!paired) {
      throw new FactRejected("A text holds half of a surrogate pair at character " + high);
    }
    text.append(value, high, high + 2);
    return high + 1;
  }

  private void character(char c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\t' -> text.append("\\t");
      case '\n' -> text.append("\\n");
      case '\f' -> text.append("\\f");
      case '\r' -> text.append("\\r");
      default -> {
        if (c < 0x20) {
          text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        } else {
          text.append(c);
        }
      }
    }
  }
}
