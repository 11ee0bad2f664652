package nl.korf.model.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the map promises, over ledgers made up by chance; a failing case names its seed. */
class MapLayoutTest {

  /** Less than anybody sees; places are sums of rounded numbers. */
  private static final double ROUNDING = 1e-9;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void siblingsNeverOverlapAndChildrenLieInsideTheirParent(long seed) {
    for (int count : new int[] {1, 2, 3, 20, 300, 900}) {
      assertThat(wrong(MapLayout.of(Births.of(seed, count)))).as("%d births", count).isEmpty();
    }
  }

  @Test
  void overlapAndChildrenOutsideAreFound() {
    MapLayout right = MapLayout.of(Births.of(1, 300));
    List<Place> places = new ArrayList<>(right.places());
    for (int i = 0; i < places.size(); i++) {
      if (right.births().get(i).kind() == NodeKind.DISC) {
        places.set(i, new Place(1000, 0, 5));
      }
    }

    assertThat(wrong(new MapLayout(right.epoch(), right.births(), places)))
        .anyMatch(found -> found.contains("overlaps"))
        .anyMatch(found -> found.contains("lies outside"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aNewcomerMovesNobodyUnlessItFindsItsContainerFull(long seed) {
    List<Birth> births = Births.of(seed, 400);
    int moved = 0;
    MapLayout before = MapLayout.of(births.subList(0, 1));
    for (Birth newcomer : births.subList(1, births.size())) {
      MapLayout after = MapLayout.of(Births.until(births, newcomer.born()));
      if (after.epoch() == before.epoch()) {
        assertThat(after.places().subList(0, before.places().size()))
            .as("what stood there before %s", newcomer)
            .isEqualTo(before.places());
      } else {
        moved++;
        assertThat(after.epoch()).as("only a new birth packs anew").isEqualTo(newcomer.born());
      }
      before = after;
    }

    assertThat(moved).as("the sample has epochs, and most births begin none").isBetween(5, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void theSameBirthsGiveTheSamePlacesInWhateverOrderTheyAreTold(long seed) {
    List<Birth> births = Births.of(seed, 700);
    List<Birth> shuffled = new ArrayList<>(births);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(MapLayout.of(shuffled)).isEqualTo(MapLayout.of(births));
  }

  @Test
  void whatMovesIsBornAgainAndItsOldPlaceStaysEmpty() {
    List<Birth> births =
        List.of(
            new Birth(NodeKind.ISLAND, "a", null, 1),
            new Birth(NodeKind.DISC, "left", "a", 1),
            new Birth(NodeKind.DISC, "right", "a", 1),
            new Birth(NodeKind.INITIATIVE, "one", "left", 2),
            new Birth(NodeKind.INITIATIVE, "two", "left", 3));
    List<Birth> later = new ArrayList<>(births);
    later.add(new Birth(NodeKind.INITIATIVE, "one", "right", 4));
    later.add(new Birth(NodeKind.INITIATIVE, "three", "left", 5));

    MapLayout before = MapLayout.of(births);
    MapLayout after = MapLayout.of(later);

    assertThat(after.places().subList(0, 5)).isEqualTo(before.places());
    assertThat(after.places()).doesNotHaveDuplicates();
  }

  @Test
  void allThatHasNoPlaceIsNamedAtOnce() {
    List<Birth> births =
        List.of(
            new Birth(NodeKind.ISLAND, "a", null, 1),
            new Birth(NodeKind.DISC, "d", "b", 2),
            new Birth(NodeKind.INITIATIVE, "i", "e", 3),
            new Birth(NodeKind.ISLAND, "a", null, 4));

    assertThatThrownBy(() -> MapLayout.of(births))
        .hasMessageContaining("d is born in b, which is not there")
        .hasMessageContaining("i is born in e, which is not there")
        .hasMessageContaining("a is born twice in the ledger");
  }

  @Test
  void tenThousandFindTheirPlaces() {
    assertThat(wrong(MapLayout.of(Births.of(99, 10_000)))).isEmpty();
  }

  private static List<String> wrong(MapLayout layout) {
    Map<String, Place> containers = new HashMap<>();
    Map<String, List<Integer>> siblings = new HashMap<>();
    for (int i = 0; i < layout.births().size(); i++) {
      Birth birth = layout.births().get(i);
      containers.put(birth.id(), layout.places().get(i));
      siblings.computeIfAbsent(String.valueOf(birth.parent()), _ -> new ArrayList<>()).add(i);
    }
    List<String> wrong = new ArrayList<>();
    siblings.forEach((parent, children) -> {
      for (int i : children) {
        Place place = layout.places().get(i);
        if (!parent.equals("null") && !inside(place, containers.get(parent))) {
          wrong.add(layout.births().get(i) + " lies outside");
        }
        children.stream()
            .filter(other -> other > i && place.gap(layout.places().get(other)) < -ROUNDING)
            .forEach(other -> wrong.add(layout.births().get(i) + " overlaps " + other));
      }
    });
    return wrong;
  }

  private static boolean inside(Place child, @Nullable Place parent) {
    Place around = Objects.requireNonNull(parent);
    double distance = Math.hypot(child.x() - around.x(), child.y() - around.y());
    return distance + child.r() <= around.r() + ROUNDING;
  }
}
