package nl.korf.auditor.replay;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import nl.korf.auditor.checks.Findings;
import nl.korf.model.facts.RecordedFact;

/** Computes the view again and compares its hash with what the ledger says it was. */
public final class ViewReplay implements Decoder.Reader {

  private final View view = new View();
  private final ViewHashes published;
  private final NavigableSet<Long> positions;
  private final boolean all;
  private final Findings findings;
  private final Map<Long, String> computed = new LinkedHashMap<>();
  private long compared;

  /**
   * Compares at some positions.
   *
   * @param positions where; none: at every one
   */
  public ViewReplay(ViewHashes published, NavigableSet<Long> positions, Findings findings) {
    this.published = published;
    this.positions = new TreeSet<>(positions);
    this.all = positions.isEmpty();
    this.findings = findings;
  }

  /** The hash at each position that was asked for. */
  public Map<Long, String> computed() {
    return Map.copyOf(computed);
  }

  /** Positions at which the hashes were compared. */
  public long compared() {
    return compared;
  }

  /** Rows in the view at the last of them. */
  public long segments() {
    return view.segments();
  }

  @Override
  public void fact(RecordedFact fact) {
    if (!all && (positions.isEmpty() || positions.last() < fact.position())) {
      return;
    }
    view.add(fact);
    if (all || positions.contains(fact.position())) {
      compare(fact.position());
    }
  }

  private void compare(long position) {
    byte[] mine = view.hash();
    compared += published.given() ? 1 : 0;
    if (!all) {
      computed.put(position, HexFormat.of().formatHex(mine));
    }
    byte[] theirs = published.at(position);
    if (published.given() && !Arrays.equals(mine, theirs)) {
      findings.disproved(
          ViewHashes.FILE,
          position,
          "the view that follows from the facts is not the one the ledger showed",
          HexFormat.of().formatHex(mine),
          HexFormat.of().formatHex(theirs));
    }
  }
}
