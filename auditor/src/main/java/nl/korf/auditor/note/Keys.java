package nl.korf.auditor.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys somebody trusts, and what they say about a note. Not safe from several threads. */
public final class Keys {

  private static final int TIME_BYTES = 8;
  private static final int SIGNATURE_BYTES = 64;

  /**
   * What became of one signature of a note.
   *
   * @param key whose it is; null where it is nobody's that is known, and nothing can be said
   * @param valid whether it is that key's over this text
   * @param time when a witness saw the checkpoint, by its own clock; null for a log
   */
  public record Checked(
      SignedNote.Line line, @Nullable VerifierKey key, boolean valid, @Nullable Instant time) {}

  /** Notes whose signatures are remembered: a ledger at rest signs the same one every hour. */
  private static final int REMEMBERED_MAX = 16;

  private final List<VerifierKey> all;
  private final Map<SignedNote, List<Checked>> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SignedNote, List<Checked>> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  public Keys(Collection<VerifierKey> all) {
    this.all = List.copyOf(all);
  }

  /** Every key. */
  public List<VerifierKey> all() {
    return all;
  }

  /** Each signature of the note, in order. */
  public List<Checked> check(SignedNote note) {
    List<Checked> known = remembered.get(note);
    if (known == null) {
      List<Checked> checked = new ArrayList<>();
      for (SignedNote.Line line : note.signatures()) {
        checked.add(check(note, line));
      }
      known = List.copyOf(checked);
      remembered.put(note, known);
    }
    return known;
  }

  private Checked check(SignedNote note, SignedNote.Line line) {
    for (VerifierKey key : all) {
      if (key.id() == line.keyId() && key.name().equals(line.name())) {
        return switch (key.type()) {
          case LOG -> {
            byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
            yield new Checked(line, key, key.signed(text, line.signature()), null);
          }
          case WITNESS -> cosigned(note, line, key);
        };
      }
    }
    return new Checked(line, null, false, null);
  }

  private static Checked cosigned(SignedNote note, SignedNote.Line line, VerifierKey key) {
    Long seconds = seconds(line);
    if (seconds == null) {
      return new Checked(line, key, false, null);
    }
    byte[] message =
        ("cosignature/v1\ntime " + seconds + "\n" + note.text()).getBytes(StandardCharsets.UTF_8);
    byte[] signature =
        Arrays.copyOfRange(line.signature(), TIME_BYTES, TIME_BYTES + SIGNATURE_BYTES);
    return new Checked(line, key, key.signed(message, signature), Instant.ofEpochSecond(seconds));
  }

  /**
   * The time a line would have if it were a cosignature, in seconds since 1970; null where it
   * cannot be one.
   */
  public static @Nullable Long seconds(SignedNote.Line line) {
    if (line.signature().length != TIME_BYTES + SIGNATURE_BYTES) {
      return null;
    }
    long seconds = ByteBuffer.wrap(line.signature()).getLong();
    return seconds < 0 || seconds > Instant.MAX.getEpochSecond() ? null : seconds;
  }
}
