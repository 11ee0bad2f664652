package nl.korf.projections.pyramid;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the pyramid meter counts, as known at one position, about all times. Lines of one thing
 * follow each other in order of time: from its own on, each says how that thing stands.
 *
 * @param decisions each once, from when it is there
 * @param replies the first reply to each directive that has one
 */
public record KnownPyramid(
    List<DecisionLine> decisions,
    List<DirectiveLine> directives,
    List<ReplyLine> replies,
    List<RoundLine> rounds,
    List<InitiativeLine> initiatives,
    List<GroupLine> groups,
    List<BodyLine> bodies) {

  /**
   * A decision.
   *
   * @param taken when it was taken, or works from, whichever is earlier
   * @param decidedFor in whose work, written as a party
   * @param rule how it came about, as {@link nl.korf.model.rules.Rule} names it
   * @param verdict on its competence when it was taken
   * @param mandates length of the chain its competence rests on
   * @param ownWork whether a group decided on its own work, without a power of others
   * @param byPerson whether it says which person decided
   */
  public record DecisionLine(
      String decision,
      Instant taken,
      @Nullable String initiative,
      @Nullable String decidedFor,
      @Nullable String principal,
      String rule,
      String verdict,
      int mandates,
      boolean ownWork,
      @Nullable String round,
      boolean byPerson) {}

  /**
   * A directive in one state.
   *
   * @param state as {@link nl.korf.model.view.DirectiveRows.DirectiveState} names it
   */
  public record DirectiveLine(
      String directive,
      Instant from,
      String type,
      String state,
      @Nullable String group,
      @Nullable String principal) {}

  /** When a directive was first replied to. */
  public record ReplyLine(String directive, Instant from) {}

  /**
   * A round in one state.
   *
   * @param state {@code OPEN} or its outcome
   */
  public record RoundLine(
      String round, Instant from, String group, @Nullable String initiative, String state) {}

  /** An initiative, withdrawn or not, in the hands of one group. */
  public record InitiativeLine(String initiative, Instant from, String owner, boolean withdrawn) {}

  /** Where a group stands. */
  public record GroupLine(
      String group, Instant from, @Nullable String parent, @Nullable String organisation) {}

  /** Where a body stands, and what it is called. */
  public record BodyLine(
      String body,
      Instant from,
      @Nullable String parent,
      @Nullable String nl,
      @Nullable String en) {}
}
