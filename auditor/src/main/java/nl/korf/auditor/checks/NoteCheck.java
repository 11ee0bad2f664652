package nl.korf.auditor.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Checks who signed a checkpoint. */
public final class NoteCheck {

  private final Keys keys;
  private final String origin;
  private final Findings findings;

  /**
   * What a checkpoint's signatures say.
   *
   * @param cosigned when witnesses that are known saw it, proven by their signatures
   * @param strangers signature lines of nobody that is known
   */
  public record Said(List<Instant> cosigned, int strangers) {

    public Said {
      cosigned = List.copyOf(cosigned);
    }

    /** The first time a known witness saw it, or null. */
    public @Nullable Instant first() {
      return cosigned.stream().min(Instant::compareTo).orElse(null);
    }
  }

  /**
   * Checks checkpoints of a log.
   *
   * @param origin of that log, which is also the name it signs with
   */
  public NoteCheck(Keys keys, String origin, Findings findings) {
    this.keys = keys;
    this.origin = origin;
    this.findings = findings;
  }

  /** Checks one; what is wrong goes to the findings. */
  public Said check(Checkpoint checkpoint, String file) {
    if (!checkpoint.origin().equals(origin)) {
      findings.disproved(file, null, "a checkpoint of another origin", origin, checkpoint.origin());
    }
    boolean signed = false;
    int strangers = 0;
    List<Instant> cosigned = new ArrayList<>();
    for (Keys.Checked one : keys.check(checkpoint.note())) {
      VerifierKey key = one.key();
      if (key == null) {
        strangers++;
      } else if (!one.valid()) {
        findings.disproved(
            file,
            null,
            "the signature of %s under the checkpoint of %d facts is forged, or what it signs was"
                    .formatted(key.name(), checkpoint.size())
                + " changed");
      } else if (key.type() == VerifierKey.Type.LOG) {
        signed |= key.name().equals(origin);
      } else if (one.time() != null) {
        cosigned.add(one.time());
      }
    }
    if (!signed) {
      findings.disproved(
          file,
          null,
          "the checkpoint of %d facts is not signed by a key of the ledger"
              .formatted(checkpoint.size()));
    }
    return new Said(cosigned, strangers);
  }
}
