package nl.korf.auditor.checks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.korf.auditor.exports.Counted;
import nl.korf.auditor.exports.ExportHead;
import nl.korf.auditor.exports.Exports;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.SignedNote;
import nl.korf.auditor.note.VerifierKey;

/**
 * An export that is opened: its head could be read, and there is a checkpoint.
 *
 * @param keys what signatures are checked with
 * @param keysGiven whether these came from whoever audits; otherwise they are what the export
 *     itself says, and prove that it is of one piece, not whose it is
 */
public record Export(
    Counted files, ExportHead head, Checkpoint checkpoint, Keys keys, boolean keysGiven)
    implements AutoCloseable {

  /** The name of the file with the latest checkpoint. */
  public static final String CHECKPOINT = "checkpoint";

  /**
   * Opens an export.
   *
   * @param where a folder, a zip file or an address
   * @param given keys of the ledger and of witnesses that whoever audits has from elsewhere
   * @throws CannotCheck saying all that stands in the way
   */
  public static Export open(String where, List<VerifierKey> given) throws CannotCheck {
    try {
      return open(Exports.open(where), given);
    } catch (IOException e) {
      throw new CannotCheck(List.of(where + " cannot be read: " + e.getMessage()));
    }
  }

  /**
   * Opens an export.
   *
   * @param files closed here where it cannot be opened
   * @throws CannotCheck saying all that stands in the way
   */
  public static Export open(Counted files, List<VerifierKey> given) throws CannotCheck {
    List<String> problems = new ArrayList<>();
    try {
      ExportHead head = ExportHead.read(files);
      List<VerifierKey> keys = new ArrayList<>(given);
      boolean own = given.stream().anyMatch(key -> key.type() == VerifierKey.Type.LOG);
      for (String text : head.keys()) {
        try {
          VerifierKey key = VerifierKey.parse(text);
          if (!own) {
            keys.add(key);
          }
        } catch (Malformed e) {
          problems.add(ExportHead.FILE + ": " + e.problem());
        }
      }
      byte[] note = files.read(CHECKPOINT, SignedNote.NOTE_BYTES_MAX);
      if (note == null) {
        problems.add("there is no checkpoint: nothing in this export is signed");
      } else {
        Checkpoint checkpoint = Checkpoint.parse(note);
        if (problems.isEmpty()) {
          return new Export(files, head, checkpoint, new Keys(keys), own);
        }
      }
    } catch (Malformed e) {
      problems.add(e.problem());
    } catch (IOException e) {
      problems.add(files.name() + " cannot be read: " + e.getMessage());
    }
    close(files, problems);
    throw new CannotCheck(problems);
  }

  private static void close(Counted files, List<String> problems) {
    try {
      files.close();
    } catch (IOException e) {
      problems.add(files.name() + " cannot be closed: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    List<String> problems = new ArrayList<>();
    close(files, problems);
    if (!problems.isEmpty()) {
      throw new java.io.UncheckedIOException(new IOException(problems.getFirst()));
    }
  }
}
