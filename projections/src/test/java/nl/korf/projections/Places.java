package nl.korf.projections;

import java.util.Map;
import java.util.TreeMap;
import nl.korf.projections.RowWriter.Interruption;

/** Where a write can be broken off. */
final class Places {

  private Places() {}

  /** What a broken write throws. */
  static final class Broken extends RuntimeException {}

  /** Every place a write passes, and how often. */
  static final class Recorder implements Interruption {
    final Map<String, Integer> seen = new TreeMap<>();

    @Override
    public void before(String statement) {
      seen.merge(statement, 1, Integer::sum);
    }
  }

  /** Breaks some times at one place, having let it pass before. */
  static final class Breaker implements Interruption {
    private final String place;
    private final int times;
    private int pass;
    private int broken;

    Breaker(String place, int pass, int times) {
      this.place = place;
      this.pass = pass;
      this.times = times;
    }

    int broken() {
      return broken;
    }

    @Override
    public void before(String statement) {
      if (statement.equals(place) && broken < times && --pass < 0) {
        broken++;
        throw new Broken();
      }
    }
  }
}
