package nl.korf.service.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a ledger signs with. Written as {@code PRIVATE+KEY+<name>+<hash>+<base64 of 0x01 and the
 * key>}, as programs for signed notes write it.
 */
final class SigningKey {

  private static final String PREFIX = "PRIVATE+KEY+";

  private final VerifierKey verifier;
  private final byte[] seed;

  private SigningKey(VerifierKey verifier, byte[] seed) {
    this.verifier = verifier;
    this.seed = seed;
  }

  /** A new key of this name. */
  static SigningKey make(String name) {
    return of(name, Ed25519.newSeed());
  }

  static SigningKey of(String name, byte[] seed) {
    VerifierKey verifier = new VerifierKey(name, VerifierKey.Kind.NOTE, Ed25519.publicOf(seed));
    return new SigningKey(verifier, seed.clone());
  }

  /**
   * Reads a written key.
   *
   * @throws IllegalArgumentException saying what is wrong, and nothing of the key itself
   */
  static SigningKey parse(String written) {
    String text = written.strip();
    String[] parts =
        text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : null;
    if (parts == null || parts.length != 3) {
      throw new IllegalArgumentException("it does not read PRIVATE+KEY+<name>+<hash>+<base64>");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException secret) {
      throw new IllegalArgumentException("its last part is no base64");
    }
    if (bytes.length != 1 + Ed25519.KEY_BYTES || bytes[0] != VerifierKey.Kind.NOTE.octet()) {
      throw new IllegalArgumentException("it is no Ed25519 key");
    }
    SigningKey key = of(parts[0], Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!key.verifier.hashText().equals(parts[1])) {
      throw new IllegalArgumentException("its hash is not that of its key: it was damaged");
    }
    return key;
  }

  VerifierKey verifier() {
    return verifier;
  }

  /** The text with this key's signature below it. */
  Note.Signature sign(String text) {
    byte[] signature = Ed25519.sign(seed, VerifierKey.signed(VerifierKey.Kind.NOTE, 0, text));
    byte[] bytes =
        ByteBuffer.allocate(VerifierKey.HASH_BYTES + signature.length)
            .put(verifier.hash())
            .put(signature)
            .array();
    return new Note.Signature(verifier.name(), bytes);
  }

  /** As it is kept: whoever has it can sign. */
  String secret() {
    byte[] bytes =
        ByteBuffer.allocate(1 + seed.length).put(VerifierKey.Kind.NOTE.octet()).put(seed).array();
    return PREFIX
        + verifier.name()
        + "+"
        + verifier.hashText()
        + "+"
        + Base64.getEncoder().encodeToString(bytes);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "SigningKey[" + verifier + "]";
  }
}
