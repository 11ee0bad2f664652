package nl.korf.model.authority;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.model.GroupId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import org.jspecify.annotations.Nullable;

/**
 * Why a verdict was given, so that a replay can reproduce it.
 *
 * @param asKnownAt position up to which facts were taken into account
 * @param on the instant the question is about; null is the recording time of the fact
 * @param path the chain, from the mandate used up to the root; empty where there is none
 * @param failed the first predicate that did not hold on the nearest path, or null
 * @param values what that predicate compared, by name
 */
public record CompetenceProof(
    Verdict verdict,
    long asKnownAt,
    @Nullable Instant on,
    List<Step> path,
    @Nullable String failed,
    Map<String, String> values) {

  /**
   * One link of a chain.
   *
   * @param mandate the mandate
   * @param version position of the fact that gave it its present terms or state
   * @param holder who holds it
   * @param through the role or group the person holds it by, or the holder itself
   */
  public record Step(MandateId mandate, long version, Party holder, Party through) {}

  public CompetenceProof {
    path = List.copyOf(path);
    values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** The value by which a proof says that no power of others was used. */
  private static final String BASIS = "basis";

  private static final String OWN_WORK = "own-work";

  /**
   * A group decides on its own work: no power of a body is used, so there is no mandate to show.
   * The verdict says that the group may; the values say that this is why.
   */
  public static CompetenceProof ownWork(GroupId group, long asKnownAt, Instant on) {
    Map<String, String> values = Map.of(BASIS, OWN_WORK, "group", group.value());
    return new CompetenceProof(Verdict.COMPETENT, asKnownAt, on, List.of(), null, values);
  }

  /** Whether it was decided on the group's own work, without a power of others. */
  @JsonIgnore
  public boolean isOwnWork() {
    return OWN_WORK.equals(values.get(BASIS));
  }
}
