package nl.korf.service.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key as notes name it (C2SP signed-note): {@code <name>+<hash>+<base64 of the kind and
 * the key>}.
 *
 * @param kind what it signs
 * @param key 32 octets of Ed25519; not copied: treat as read-only
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by what is written
record VerifierKey(String name, Kind kind, byte[] key) {

  /** Octets of a key hash. */
  static final int HASH_BYTES = 4;

  /** What a key signs. */
  enum Kind {
    /** Notes: a ledger. */
    NOTE((byte) 1),
    /** Cosignatures with their time: a witness (C2SP tlog-cosignature). */
    COSIGNATURE((byte) 4);

    private final byte octet;

    Kind(byte octet) {
      this.octet = octet;
    }

    byte octet() {
      return octet;
    }
  }

  VerifierKey {
    requireName(name);
    if (key.length != Ed25519.KEY_BYTES) {
      throw new IllegalArgumentException("an Ed25519 key has 32 octets, not " + key.length);
    }
  }

  /**
   * Reads a written key.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static VerifierKey parse(String written) {
    String[] parts = written.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "'%s' is no verifier key: <name>+<hash>+<base64>".formatted(written));
    }
    byte[] bytes = Base64.getDecoder().decode(parts[2]);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(known -> bytes.length > 0 && known.octet() == bytes[0])
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("'%s' is no Ed25519 key".formatted(written)));
    VerifierKey key = new VerifierKey(parts[0], kind, Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!key.hashText().equals(parts[1])) {
      throw new IllegalArgumentException(
          "'%s' names the hash %s; that of its key is %s"
              .formatted(written, parts[1], key.hashText()));
    }
    return key;
  }

  /** A name that can stand in a note: something, without spaces and {@code +}. */
  static void requireName(String name) {
    boolean fit =
        !name.isEmpty()
            && name.codePoints()
                .noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    if (!fit) {
      throw new IllegalArgumentException(
          "'%s' is no name of a key: something without spaces and '+'".formatted(name));
    }
  }

  /** The first 4 octets of {@code SHA-256(<name> || "\n" || kind || key)}. */
  byte[] hash() {
    MessageDigest digest = Merkle.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(kind.octet());
    return Arrays.copyOf(digest.digest(key), HASH_BYTES);
  }

  String hashText() {
    return HexFormat.of().formatHex(hash());
  }

  /** Whether the note carries a signature of this key over its text. */
  boolean verifies(Note note) {
    return note.signatures().stream()
        .anyMatch(signature -> time(note.text(), signature).isPresent());
  }

  /**
   * When a signature was made, in seconds since 1970 (0 for a ledger's own, which says no time), if
   * it is one of this key over the text.
   */
  Optional<Long> time(String text, Note.Signature signature) {
    int before = HASH_BYTES + (kind == Kind.COSIGNATURE ? Long.BYTES : 0);
    byte[] bytes = signature.bytes();
    boolean mine =
        signature.name().equals(name)
            && bytes.length == before + Ed25519.SIGNATURE_BYTES
            && Arrays.equals(Arrays.copyOf(bytes, HASH_BYTES), hash());
    if (!mine) {
      return Optional.empty();
    }
    long seconds =
        kind == Kind.COSIGNATURE ? ByteBuffer.wrap(bytes, HASH_BYTES, Long.BYTES).getLong() : 0;
    byte[] own = Arrays.copyOfRange(bytes, before, bytes.length);
    return Ed25519.verifies(key, signed(kind, seconds, text), own)
        ? Optional.of(seconds)
        : Optional.empty();
  }

  /** The octets that are signed. */
  static byte[] signed(Kind kind, long seconds, String text) {
    String before = kind == Kind.COSIGNATURE ? "cosignature/v1\ntime %d\n".formatted(seconds) : "";
    return (before + text).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    byte[] bytes = ByteBuffer.allocate(1 + key.length).put(kind.octet()).put(key).array();
    return name + "+" + hashText() + "+" + Base64.getEncoder().encodeToString(bytes);
  }
}
