package nl.korf.auditor.checks;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import nl.korf.auditor.exports.ExportFiles;
import nl.korf.auditor.exports.Lines;
import nl.korf.auditor.exports.Published;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.note.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * The published checkpoints one after another, each checked by itself: that it says what its note
 * says, who signed it, that sizes and times never fall.
 */
final class PublishedLines implements Closeable {

  /** A line that could be read, with its note. */
  record One(Published published, Checkpoint checkpoint) {

    long size() {
      return checkpoint.size();
    }
  }

  private final Findings findings;
  private final NoteCheck notes;
  private final CheckpointsCheck.Listener listener;
  private final @Nullable Lines lines;
  private @Nullable One next;
  private @Nullable One last;
  private long number;
  private long cosigned;
  private long strangers;

  PublishedLines(
      ExportFiles files, NoteCheck notes, Findings findings, CheckpointsCheck.Listener listener) {
    this.notes = notes;
    this.findings = findings;
    this.listener = listener;
    try {
      InputStream in = files.open(Published.FILE);
      lines = in == null ? null : new Lines(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (lines == null) {
      findings.disproved(Published.FILE, null, "the published checkpoints are missing");
    }
    advance();
  }

  /** The one that is looked at; null behind the last. */
  @Nullable One next() {
    return next;
  }

  /** The last one that was read so far. */
  @Nullable One last() {
    return last;
  }

  long cosigned() {
    return cosigned;
  }

  long strangers() {
    return strangers;
  }

  /** Reads the next line that is a checkpoint. */
  void advance() {
    next = null;
    try {
      while (next == null && lines != null && lines.next()) {
        number++;
        read(lines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Lines from) {
    String where = Published.FILE + " line " + number;
    if (from.tooLong()) {
      findings.unchecked(where, null, "a line that is too long");
      return;
    }
    try {
      Published published = Published.read(from.copy());
      Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(published.note()));
      agrees(published, checkpoint, where);
      NoteCheck.Said said = notes.check(checkpoint, where);
      cosigned += said.cosigned().isEmpty() ? 0 : 1;
      strangers += said.strangers();
      order(published, where);
      listener.published(published, checkpoint, said);
      next = new One(published, checkpoint);
      last = next;
    } catch (Malformed e) {
      findings.unchecked(where, null, "a line that is no checkpoint: " + e.problem());
    }
  }

  private void order(Published published, String where) {
    if (last != null && published.size() < last.size()) {
      findings.disproved(
          where,
          null,
          "a checkpoint of fewer facts after one of more",
          "at least " + last.size(),
          published.size());
    }
    if (last != null && published.signedAt().isBefore(last.published().signedAt())) {
      findings.disproved(
          where,
          null,
          "a checkpoint says it was signed before the one that precedes it",
          "not before " + last.published().signedAt(),
          published.signedAt());
    }
  }

  /** What the line says beside the note has to be what the note says. */
  private void agrees(Published published, Checkpoint checkpoint, String where) {
    if (published.size() != checkpoint.size() || !published.root().equals(checkpoint.rootText())) {
      findings.disproved(
          where,
          null,
          "size and root of the line are not those of its note",
          checkpoint.size() + " " + checkpoint.rootText(),
          published.size() + " " + published.root());
    }
    Set<Published.Cosigned> signed = new HashSet<>();
    for (SignedNote.Line line : checkpoint.note().signatures()) {
      Long seconds = Keys.seconds(line);
      if (seconds != null) {
        signed.add(new Published.Cosigned(line.name(), Instant.ofEpochSecond(seconds)));
      }
    }
    if (!signed.equals(new HashSet<>(published.cosignatures()))) {
      findings.disproved(
          where,
          null,
          "the cosignatures of the line are not those of its note",
          signed,
          published.cosignatures());
    }
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }
}
