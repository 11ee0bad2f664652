package nl.korf.service.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two moments of the whole: each a position (what was known) and an instant
 * (what was in force).
 *
 * @param from the earlier moment, or whichever was asked to compare with
 * @param until the moment shown
 * @param initiatives those in another state, in the order of the map
 * @param mandates those that count at one of the moments only
 * @param nodes organisations, groups and holders that are there at {@code until} only
 */
@Schema(name = "Changes")
record MapChanges(
    Moment from,
    Moment until,
    List<InitiativeChange> initiatives,
    List<MandateChange> mandates,
    List<String> nodes) {

  /** A position and an instant. */
  @Schema(name = "ChangesMoment")
  record Moment(long position, Instant on) {}

  /**
   * An initiative in another state.
   *
   * @param node as on the map, {@code initiative:…}
   * @param before absent: it was not there
   * @param after absent: it is not there
   */
  @Schema(name = "InitiativeChange")
  record InitiativeChange(String node, @Nullable String before, @Nullable String after) {}

  /**
   * A mandate that began or ended to count.
   *
   * @param grantor as on the map
   * @param holder as on the map
   * @param counts whether it does at the later moment
   */
  @Schema(name = "MandateChange")
  record MandateChange(
      String mandate, String grantor, String holder, @JsonProperty("counts") boolean counts) {}

  /** One side of the comparison. */
  private record Side(MapColumns columns, Instant on) {

    Map<String, State> states() {
      @Nullable State[] states = columns.statesOn(on.getEpochSecond());
      Map<String, State> known = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        State state = states[i];
        if (state != null) {
          known.put(columns.nodes().id().get(i), state);
        }
      }
      return known;
    }

    Map<String, MandateChange> mandates(boolean counts) {
      MapColumns.EdgeColumns edges = columns.edges();
      List<String> ids = columns.nodes().id();
      long moment = on.getEpochSecond() - columns.start();
      Map<String, MandateChange> counting = new LinkedHashMap<>();
      for (int i = 0; i < edges.mandate().size(); i++) {
        if (MapColumns.covers(edges.from().get(i), edges.lasts().get(i), moment)) {
          String mandate = edges.mandate().get(i);
          counting.put(
              mandate,
              new MandateChange(
                  mandate,
                  ids.get(edges.grantor().get(i)),
                  ids.get(edges.holder().get(i)),
                  counts));
        }
      }
      return counting;
    }

    Map<String, Boolean> others() {
      long moment = on.getEpochSecond() - columns.start();
      Map<String, Boolean> there = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        boolean other = columns.nodes().kind().get(i) != MapColumns.INITIATIVE;
        if (other && columns.nodes().since().get(i) <= moment) {
          there.put(columns.nodes().id().get(i), true);
        }
      }
      return there;
    }
  }

  /** Compares two moments. */
  static MapChanges between(
      MapColumns earlier, Instant earlierOn, MapColumns later, Instant laterOn) {
    Side before = new Side(earlier, earlierOn);
    Side after = new Side(later, laterOn);
    return new MapChanges(
        new Moment(earlier.position(), earlierOn),
        new Moment(later.position(), laterOn),
        initiatives(before.states(), after.states()),
        mandates(before.mandates(false), after.mandates(true)),
        nodes(before, after));
  }

  private static List<InitiativeChange> initiatives(
      Map<String, State> before, Map<String, State> after) {
    List<InitiativeChange> changes = new ArrayList<>();
    after.forEach((node, state) -> {
      if (before.get(node) != state) {
        changes.add(new InitiativeChange(node, word(before.get(node)), word(state)));
      }
    });
    before.forEach((node, state) -> {
      if (!after.containsKey(node)) {
        changes.add(new InitiativeChange(node, word(state), null));
      }
    });
    return List.copyOf(changes);
  }

  private static @Nullable String word(@Nullable State state) {
    return state == null ? null : state.word();
  }

  private static List<MandateChange> mandates(
      Map<String, MandateChange> before, Map<String, MandateChange> after) {
    List<MandateChange> changes = new ArrayList<>();
    after.forEach((mandate, change) -> {
      if (!before.containsKey(mandate)) {
        changes.add(change);
      }
    });
    before.forEach((mandate, change) -> {
      if (!after.containsKey(mandate)) {
        changes.add(change);
      }
    });
    return List.copyOf(changes);
  }

  private static List<String> nodes(Side before, Side after) {
    Map<String, Boolean> was = before.others();
    Map<String, Boolean> is = after.others();
    return after.columns().nodes().id().stream()
        .filter(id -> is.containsKey(id) && !was.containsKey(id) && !id.startsWith("office:"))
        .toList();
  }
}
