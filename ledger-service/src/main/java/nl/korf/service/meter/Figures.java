package nl.korf.service.meter;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one period. What happened counts in the period it happened in; what stands or
 * waits is counted at the end of the period, or on the instant asked for where that comes first.
 */
@Schema(name = "PyramidFigures")
public record Figures(
    Decisions decisions,
    Directives directives,
    Escalations escalations,
    Waiting waiting,
    Open open) {

  /**
   * Decisions taken in the period.
   *
   * @param depths how many rest on a chain of 0, 1, 2 … mandates; 0: the principal decided itself
   * @param underMandate how many rest on one mandate or more
   * @param ownWork how many a group took on its own work, without a power of others
   * @param unknown how many had another verdict than COMPETENT, so that no chain is shown
   * @param meanDepth mean number of mandates of those in {@code depths}; absent where there is none
   * @param byGroups how many a group settled by its rule
   * @param byOne how many one person took
   * @param notTold how many of which it is not told how they came about
   */
  @Schema(name = "PyramidDecisions")
  public record Decisions(
      int taken,
      List<Integer> depths,
      int underMandate,
      int ownWork,
      int unknown,
      @Nullable Double meanDepth,
      int byGroups,
      int byOne,
      int notTold) {}

  /**
   * Stepping in from above.
   *
   * @param issued in the period, {@code types} by type
   * @param answered how many of those were replied to since
   * @param lapsed how many ended in the period by themselves
   * @param lifted how many were taken back in the period
   * @param standing how many are in force at the end
   */
  @Schema(name = "PyramidDirectives")
  public record Directives(
      int issued, Map<String, Integer> types, int answered, int lapsed, int lifted, int standing) {}

  /**
   * Decisions of the period that went up.
   *
   * @param outcomes what a group had settled in a round, and a person had to take
   * @param afterBlocked taken by one person after the latest round about it had been blocked
   */
  @Schema(name = "PyramidEscalations")
  public record Escalations(int outcomes, int afterBlocked) {

    public int total() {
      return outcomes + afterBlocked;
    }
  }

  /**
   * How long decisions of the period were waited for, from the opening of the round they carry out,
   * else from the proposal of their initiative; in days, to two decimals.
   *
   * @param measured how many have such a beginning
   * @param medianDays at most so long for half of them, {@code p90Days} for nine in ten; absent
   *     where none was measured
   */
  @Schema(name = "PyramidWaiting")
  public record Waiting(int measured, @Nullable Double medianDays, @Nullable Double p90Days) {}

  /**
   * What waits at the end.
   *
   * @param proposals initiatives about which nothing was decided yet, not withdrawn
   * @param medianDays since their proposal, of half of them at most so long; {@code p90Days} of
   *     nine in ten
   * @param rounds that are open
   * @param outcomes adopted in a round, and not taken as a decision
   */
  @Schema(name = "PyramidOpen")
  public record Open(
      int proposals,
      @Nullable Double medianDays,
      @Nullable Double p90Days,
      int rounds,
      int outcomes) {

    public int total() {
      return proposals + rounds + outcomes;
    }
  }
}
