package nl.korf.auditor.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.korf.auditor.exports.FactLine;
import nl.korf.auditor.exports.Published;
import nl.korf.auditor.note.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * When witnesses first saw facts, against when these say they were recorded. A fact that waited
 * long may have been put in later with an earlier time; one seen before it was recorded says a time
 * that cannot be. Holding from an earlier time than its recording is no fault: it is counted.
 *
 * <p>Checkpoints are told as the facts are read: the first with a witness whose size reaches a fact
 * is the one that proves when it was there.
 */
public final class TimeCheck implements FactVisitor, CheckpointsCheck.Listener {

  /** By how much two clocks may differ: what a ledger itself allows. */
  private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

  private final Findings findings;
  private final Duration delay;
  private long last;
  private long from = 1;
  private @Nullable Instant first;
  private @Nullable Instant latest;
  private long seen;
  private long waited;
  private long retroactive;
  private Duration longest = Duration.ZERO;
  private final java.util.ArrayDeque<Seen> ahead = new java.util.ArrayDeque<>();

  private record Seen(long size, Instant at) {}

  public TimeCheck(Findings findings, Duration delay) {
    this.findings = findings;
    this.delay = delay;
  }

  /** Facts behind the last one a known witness has seen. */
  public long unseen() {
    return last - seen;
  }

  /** What was found, in numbers. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("witnessedFacts", seen);
    figures.put("longestWaitSeconds", longest.toSeconds());
    figures.put("factsThatWaitedTooLong", waited);
    figures.put("factsThatHeldBefore", retroactive);
    return figures;
  }

  @Override
  public void published(Published published, Checkpoint checkpoint, NoteCheck.Said said) {
    Instant at = said.first();
    if (at != null && checkpoint.size() > seen) {
      ahead.add(new Seen(checkpoint.size(), at));
    }
  }

  @Override
  public void fact(FactLine line, Header header, byte[] leafHash) {
    Instant recordedAt = header.recordedAt();
    last = line.position();
    retroactive += header.effectiveAt().isBefore(recordedAt) ? 1 : 0;
    first = first == null ? recordedAt : first;
    latest = recordedAt;
    Seen next = ahead.peek();
    while (next != null && next.size() <= last) {
      ahead.remove();
      if (next.size() == last) {
        judge(next);
      }
      next = ahead.peek();
    }
  }

  @Override
  public void unreadable() {
    last++;
  }

  /** The facts since the last checkpoint with a witness, which came in this order. */
  private void judge(Seen by) {
    Instant earliest = first == null ? by.at() : first;
    Duration wait = Duration.between(earliest, by.at());
    longest = wait.compareTo(longest) > 0 ? wait : longest;
    if (wait.compareTo(delay) > 0) {
      waited += by.size() - from + 1;
      findings.disproved(
          Published.FILE,
          from,
          "facts %d to %d may be back-dated: the first says %s, and no witness saw it before %s"
              .formatted(from, by.size(), earliest, by.at()),
          "at most %d seconds".formatted(delay.toSeconds()),
          wait.toSeconds() + " seconds");
    }
    if (latest != null && latest.isAfter(by.at().plus(CLOCKS_APART))) {
      findings.disproved(
          Published.FILE,
          by.size(),
          "it says it was recorded after a witness had seen it",
          "at most " + by.at(),
          latest);
    }
    seen = by.size();
    from = by.size() + 1;
    first = null;
  }
}
