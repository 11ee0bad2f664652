package nl.korf.auditor.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import nl.korf.auditor.tree.TreeHasher;

/**
 * Who signs, and the Ed25519 key to check it with (C2SP signed-note, verifier keys).
 *
 * @param id the first four octets of the hash of name, type and key, as one number
 */
public record VerifierKey(String name, int id, Type type, PublicKey key, String text) {

  /** What such a key signs. */
  public enum Type {
    /** A log signs the text itself. */
    LOG(0x01),
    /** A witness signs the text with the time at which it saw it (C2SP tlog-cosignature). */
    WITNESS(0x04);

    private final int octet;

    Type(int octet) {
      this.octet = octet;
    }
  }

  private static final int KEY_BYTES = 32;

  /** DER of a SubjectPublicKeyInfo for Ed25519 up to the key itself (RFC 8410, section 4). */
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * Reads {@code <name>+<id, hexadecimal>+<base64 of type and key>}.
   *
   * @throws Malformed saying what is wrong with it
   */
  public static VerifierKey parse(String text) throws Malformed {
    int first = text.indexOf('+');
    int second = text.indexOf('+', first + 1);
    if (first < 0 || second < 0) {
      throw new Malformed("a verifier key is written <name>+<hash>+<key>, not '" + text + "'");
    }
    String name = text.substring(0, first);
    SignedNote.requireName(name);
    byte[] typed = Base64Text.decode(text.substring(second + 1), "the key of " + name);
    if (typed.length != 1 + KEY_BYTES) {
      throw new Malformed(
          "the key of %s has %d octets instead of %d".formatted(name, typed.length - 1, KEY_BYTES));
    }
    Type type = typeOf(typed[0] & 0xff, name);
    int id = id(name, typed);
    String written = HexFormat.of().toHexDigits(id);
    if (!written.equals(text.substring(first + 1, second))) {
      throw new Malformed(
          "the key of %s has the hash %s, not %s"
              .formatted(name, written, text.substring(first + 1, second)));
    }
    return new VerifierKey(name, id, type, key(typed, name), text);
  }

  private static Type typeOf(int octet, String name) throws Malformed {
    for (Type type : Type.values()) {
      if (type.octet == octet) {
        return type;
      }
    }
    throw new Malformed(
        "the key of %s is of type 0x%02x; known are 0x01 (Ed25519) and 0x04 (cosignature/v1)"
            .formatted(name, octet));
  }

  private static int id(String name, byte[] typed) {
    var sha256 = TreeHasher.sha256();
    sha256.update(name.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) '\n');
    return ByteBuffer.wrap(sha256.digest(typed)).getInt();
  }

  private static PublicKey key(byte[] typed, String name) throws Malformed {
    byte[] der = Arrays.copyOf(SPKI, SPKI.length + KEY_BYTES);
    System.arraycopy(typed, 1, der, SPKI.length, KEY_BYTES);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new Malformed("the key of %s is no Ed25519 key: %s".formatted(name, e.getMessage()));
    }
  }

  /** Whether the signature over the message is by this key. */
  boolean signed(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      // The JDK throws where a signature is not even a point of the curve: then it is not valid.
      return false;
    }
  }
}
