package nl.korf.service.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Ed25519 (RFC 8032) over keys as 32 octets, by what the JDK has. */
final class Ed25519 {

  /** Octets of a private key, of a public key. */
  static final int KEY_BYTES = 32;

  static final int SIGNATURE_BYTES = 64;

  private static final String NAME = "Ed25519";

  /** What stands before the 32 octets of a public key in X.509 (RFC 8410). */
  private static final byte[] X509_BEFORE = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private Ed25519() {}

  /** A new private key. */
  static byte[] newSeed() {
    byte[] seed = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(seed);
    return seed;
  }

  /** The public key of a private one. */
  static byte[] publicOf(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
      // the JDK derives a public key only while it makes a pair, from the octets it is given here
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
      byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, X509_BEFORE.length, encoded.length);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  static byte[] sign(byte[] seed, byte[] message) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(NAME)
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** Whether the signature is one over the message; a public key that is none verifies nothing. */
  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(X509_BEFORE, X509_BEFORE.length + publicKey.length);
      System.arraycopy(publicKey, 0, encoded, X509_BEFORE.length, publicKey.length);
      PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
      Signature check = Signature.getInstance(NAME);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (InvalidKeySpecException | java.security.SignatureException unfit) {
      return false;
    } catch (GeneralSecurityException noSuchKey) {
      return false;
    }
  }

  /** Gives the octets it was given, once. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] octets;

    Given(byte[] octets) {
      this.octets = octets.clone();
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(octets, 0, into, 0, into.length);
    }
  }
}
