package nl.korf.auditor.note;

import java.util.Base64;

/** Base64 (RFC 4648 section 4) with padding, in the one form that encodes the same octets. */
final class Base64Text {

  private Base64Text() {}

  /**
   * The octets.
   *
   * @throws Malformed when it is no base64, or encodes them in another way than usual
   */
  static byte[] decode(String text, String what) throws Malformed {
    try {
      byte[] octets = Base64.getDecoder().decode(text);
      if (!encode(octets).equals(text)) {
        throw new Malformed(what + " is base64 with bits that say nothing");
      }
      return octets;
    } catch (IllegalArgumentException e) {
      throw new Malformed(what + " is no base64: " + e.getMessage());
    }
  }

  static String encode(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }
}
