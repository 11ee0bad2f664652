package nl.korf.model.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A hash of a multiset of byte strings that follows it as items come and go, whatever their order
 * (LtHash: Bellare and Micciancio 1997, Lewi and others 2019). {@code docs/decisions/0007} says why
 * and what it promises.
 *
 * <p>The state is {@value #LANES} numbers of 16 bits, all zero for the empty multiset. An item is
 * expanded to as many numbers, the AES-256-CTR key stream (counter from zero) under the key {@code
 * SHA-256(item)}, little-endian; adding and removing are addition and subtraction per lane, modulo
 * 2^16. Not safe from several threads.
 */
public final class MultisetHash {

  /** Numbers in the state. */
  public static final int LANES = 1_024;

  /** Length of the state, in bytes. */
  public static final int STATE_BYTES = LANES * Short.BYTES;

  private static final byte[] ZEROS = new byte[STATE_BYTES];
  private static final IvParameterSpec FROM_ZERO = new IvParameterSpec(new byte[16]);

  private final short[] lanes = new short[LANES];
  private final short[] item = new short[LANES];
  private final byte[] stream = new byte[STATE_BYTES];
  private final MessageDigest sha256;
  private final Cipher cipher;

  /** The empty multiset. */
  public MultisetHash() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
      cipher = Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks SHA-256 or AES", e);
    }
  }

  /**
   * Goes on from a {@link #state}.
   *
   * @throws IllegalArgumentException when it has not {@value #STATE_BYTES} bytes
   */
  public static MultisetHash from(byte[] state) {
    if (state.length != STATE_BYTES) {
      throw new IllegalArgumentException(
          "a state has %d bytes, not %d".formatted(STATE_BYTES, state.length));
    }
    var hash = new MultisetHash();
    littleEndian(state).asShortBuffer().get(hash.lanes);
    return hash;
  }

  public void add(byte[] bytes) {
    expand(bytes);
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] += item[lane];
    }
  }

  /** Takes an item out again; the caller knows that it is in. */
  public void remove(byte[] bytes) {
    expand(bytes);
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] -= item[lane];
    }
  }

  /** The whole state, to go on from later. */
  public byte[] state() {
    byte[] state = new byte[STATE_BYTES];
    littleEndian(state).asShortBuffer().put(lanes);
    return state;
  }

  /** SHA-256 of the state: 32 bytes to compare and to publish. */
  public byte[] digest() {
    return sha256.digest(state());
  }

  private void expand(byte[] bytes) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(sha256.digest(bytes), "AES"), FROM_ZERO);
      cipher.doFinal(ZEROS, 0, STATE_BYTES, stream, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES refused a key of 256 bits", e);
    }
    littleEndian(stream).asShortBuffer().get(item);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
