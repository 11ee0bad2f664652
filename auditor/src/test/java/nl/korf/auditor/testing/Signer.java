package nl.korf.auditor.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Somebody with an Ed25519 key that is the same for the same number: a log, or a witness. */
public final class Signer {

  private static final int LOG = 1;
  private static final int WITNESS = 4;

  private final String name;
  private final int type;
  private final KeyPair pair;

  private Signer(String name, int type, int number) {
    this.name = name;
    this.type = type;
    this.pair = pair(number);
  }

  public static Signer log(String name, int number) {
    return new Signer(name, LOG, number);
  }

  public static Signer witness(String name, int number) {
    return new Signer(name, WITNESS, number);
  }

  private static KeyPair pair(int number) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(
          255,
          new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
              Arrays.fill(bytes, (byte) number);
            }
          });
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The verifier key, as an export names it. */
  public String key() {
    return "%s+%s+%s"
        .formatted(
            name, HexFormat.of().formatHex(id()), Base64.getEncoder().encodeToString(typed()));
  }

  /** The signature line over a text, without its line break. */
  public String line(String text) {
    return line(sign(text));
  }

  /** The line of a witness who saw a text at a time. */
  public String cosign(String text, long seconds) {
    byte[] time = ByteBuffer.allocate(8).putLong(seconds).array();
    byte[] signature = sign("cosignature/v1\ntime " + seconds + "\n" + text);
    return line(concat(time, signature));
  }

  private String line(byte[] signature) {
    return "— " + name + " " + Base64.getEncoder().encodeToString(concat(id(), signature));
  }

  private byte[] sign(String message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(message.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] id() {
    byte[] hash = NaiveTree.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed());
    return Arrays.copyOf(hash, 4);
  }

  private byte[] typed() {
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return concat(new byte[] {(byte) type}, raw);
  }

  private static byte[] concat(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }

  public String name() {
    return name;
  }
}
