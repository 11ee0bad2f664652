package nl.korf.projections.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the map needs, as known at one position; each list in the order of its identifiers, periods
 * of the same one in order of time.
 *
 * @param bodies organisations by their latest name
 * @param groups by their latest name
 * @param groupHomes where each group began
 * @param roles by their latest name
 * @param roleHomes the body of each role
 * @param appointments who came to hold which role, and by which fact; whatever became of it
 * @param parties everybody who gives or holds a mandate, written as a party
 * @param initiatives by their latest title
 * @param settled which group came to own which initiative, and by which fact
 * @param powers by their latest name
 * @param faceted which facets of its context each initiative answered last
 * @param decisionsTaken since when each decision is there, in seconds, the earliest first
 */
public record KnownMap(
    List<Named> bodies,
    List<Named> groups,
    List<GroupHome> groupHomes,
    List<Named> roles,
    List<Settled> roleHomes,
    List<Settled> appointments,
    List<PartyBirth> parties,
    List<Named> initiatives,
    List<Settled> settled,
    List<InitiativePeriod> initiativePeriods,
    List<RoundPeriod> rounds,
    List<ObjectionPeriod> objections,
    List<DecisionPeriod> decisions,
    List<SupersessionPeriod> supersessions,
    List<MandatePeriod> mandates,
    List<Named> powers,
    List<Faceted> faceted,
    List<Long> decisionsTaken) {

  /**
   * Something with a name.
   *
   * @param born position of its first fact
   * @param since when it begins in the world, in seconds
   */
  public record Named(String id, long born, long since, @Nullable String nl, @Nullable String en) {}

  /** One thing came to be in another, by the fact at a position. */
  public record Settled(String id, String where, long position) {}

  /** Where a group began: below another group, of an organisation, or neither. */
  public record GroupHome(String group, @Nullable String parent, @Nullable String organisation) {}

  /** A party to mandates, {@code role:r-sg}, since its first mandate. */
  public record PartyBirth(String party, long born, long since) {}

  /** While a person holds a role. */
  public record OfficePeriod(String role, String person, Period period) {}

  /** While an initiative is there, withdrawn or not. */
  public record InitiativePeriod(String initiative, boolean withdrawn, Period period) {}

  /**
   * A round about an initiative.
   *
   * @param state {@code OPEN} or its outcome
   */
  public record RoundPeriod(String round, String initiative, String state, Period period) {}

  /**
   * The facets an initiative answered.
   *
   * @param facets 1 business, 2 legal, 4 operational, 8 functional, 16 technological, added up
   */
  public record Faceted(String initiative, int facets) {}

  /** While an objection is neither integrated nor dismissed nor withdrawn. */
  public record ObjectionPeriod(String round, Period period) {}

  /**
   * A decision by itself.
   *
   * @param repealedAt since when it is repealed, as this period knows; null: it is not
   */
  public record DecisionPeriod(
      String decision,
      @Nullable String initiative,
      String state,
      @Nullable Long repealedAt,
      Period period) {}

  /** A decision has taken the place of another, unless the later one is repealed. */
  public record SupersessionPeriod(String decision, String by, boolean revives, Period period) {}

  /** A mandate by itself; it counts while all above it do (rule M8). */
  public record MandatePeriod(
      String mandate,
      @Nullable String parent,
      String grantor,
      String holder,
      String power,
      boolean active,
      Period period) {}
}
