package nl.korf.auditor.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import nl.korf.auditor.exports.FactLine;
import nl.korf.auditor.exports.Published;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.SignedNote;
import nl.korf.auditor.tree.Frontier;
import nl.korf.auditor.tree.TreeHasher;
import org.jspecify.annotations.Nullable;

/**
 * Holds every published checkpoint against the tree that the facts make: the root at its size, its
 * signatures, and that the sizes never fall. All of them having the root of the same growing tree
 * is what makes each the beginning of the next. The file is read along with the facts.
 */
public final class CheckpointsCheck implements FactVisitor {

  /** Somebody who wants to know which checkpoints there are. */
  @FunctionalInterface
  public interface Listener {
    /** A checkpoint that could be read, with what its signatures say. */
    void published(Published published, Checkpoint checkpoint, NoteCheck.Said said);
  }

  /** A checkpoint that whoever audits kept from an earlier time. */
  public record Kept(String name, Checkpoint checkpoint) {}

  private final Export export;
  private final Findings findings;
  private final Frontier frontier;
  private final NoteCheck notes;
  private final Listener listener;
  private final Deque<Kept> kept;
  private @Nullable PublishedLines lines;
  private long checked;
  private boolean broken;
  private boolean rootDiffers;

  public CheckpointsCheck(
      Export export, Findings findings, TreeHasher hasher, List<Kept> kept, Listener listener) {
    this.export = export;
    this.findings = findings;
    this.frontier = new Frontier(hasher);
    this.notes = new NoteCheck(export.keys(), export.head().origin(), findings);
    this.listener = listener;
    List<Kept> sorted = new ArrayList<>(kept);
    sorted.sort(Comparator.comparingLong(one -> one.checkpoint().size()));
    this.kept = new ArrayDeque<>(sorted);
  }

  /** Checkpoints that were held against the facts. */
  public long checked() {
    return checked;
  }

  /** Checkpoints that a known witness signed too. */
  public long cosigned() {
    return lines == null ? 0 : lines.cosigned();
  }

  /** Signature lines of nobody that is known: of witnesses whose keys were not given. */
  public long strangers() {
    return lines == null ? 0 : lines.strangers();
  }

  @Override
  public void begin() {
    for (Kept one : kept) {
      notes.check(one.checkpoint(), one.name());
      if (one.checkpoint().size() > export.head().size()) {
        findings.disproved(
            one.name(),
            export.head().size() + 1,
            "the ledger has shrunk since that checkpoint: its last facts are gone",
            one.checkpoint().size() + " facts",
            export.head().size() + " facts");
      }
    }
    lines = new PublishedLines(export.files(), notes, findings, listener);
    atSize();
  }

  @Override
  public void fact(FactLine line, Header header, byte[] leafHash) {
    if (!broken) {
      frontier.add(leafHash, 0);
      atSize();
    }
  }

  @Override
  public void unreadable() {
    if (!broken) {
      findings.unchecked(
          null, null, "the checkpoints could not be held against what cannot be read");
    }
    broken = true;
  }

  @Override
  public void end() {
    if (lines == null) {
      return;
    }
    for (PublishedLines.One one = lines.next(); one != null; one = lines.next()) {
      if (!broken) {
        findings.disproved(
            Published.FILE,
            frontier.size() + 1,
            "a checkpoint was published of more facts than there are",
            one.size(),
            frontier.size());
      }
      checked++;
      lines.advance();
    }
    latest(lines.last());
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that was signed of the size the tree now has. */
  private void atSize() {
    PublishedLines.One one = lines == null ? null : lines.next();
    while (lines != null && one != null && one.size() <= frontier.size()) {
      if (one.size() == frontier.size()) {
        root(one.checkpoint(), Published.FILE);
      }
      checked++;
      lines.advance();
      one = lines.next();
    }
    while (!kept.isEmpty() && kept.getFirst().checkpoint().size() == frontier.size()) {
      Kept mine = kept.removeFirst();
      root(mine.checkpoint(), mine.name());
    }
  }

  private void root(Checkpoint checkpoint, String file) {
    byte[] root = frontier.root();
    if (!Arrays.equals(root, checkpoint.root()) && !rootDiffers) {
      // From the first difference on all differ; one is enough to say where to look.
      rootDiffers = file.equals(Published.FILE);
      findings.disproved(
          file,
          null,
          "the facts up to %d do not have the root that was signed".formatted(checkpoint.size()),
          checkpoint.rootText(),
          Findings.hex(root));
    }
  }

  /** The file with the latest checkpoint, against the last of the published ones. */
  private void latest(PublishedLines.@Nullable One one) {
    Checkpoint last = one == null ? null : one.checkpoint();
    Checkpoint latest = export.checkpoint();
    notes.check(latest, Export.CHECKPOINT);
    if (latest.size() != export.head().size()) {
      findings.disproved(
          Export.CHECKPOINT,
          null,
          "the latest checkpoint is of another size than the export",
          export.head().size(),
          latest.size());
    }
    if (!broken && latest.size() == frontier.size()) {
      root(latest, Export.CHECKPOINT);
    }
    if (last == null || !last.note().text().equals(latest.note().text())) {
      findings.disproved(
          Export.CHECKPOINT, null, "the latest checkpoint is not the last that was published");
    } else if (!written(last).equals(written(latest))) {
      findings.disproved(
          Export.CHECKPOINT,
          null,
          "the signatures under the latest checkpoint are not those it was published with",
          written(last),
          written(latest));
    }
  }

  private static List<String> written(Checkpoint checkpoint) {
    return checkpoint.note().signatures().stream().map(SignedNote.Line::written).toList();
  }
}
