package nl.korf.model.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Circles side by side, none over another: each takes the first free spot on a spiral outward from
 * the middle. Circles given later move none of those given before.
 */
final class Packing {

  /** Distance between spots, in parts of the radius of the circle looked after. */
  private static final double FINENESS = 0.22;

  /** Steps in which the middle of the enclosing circle is approached. */
  private static final int ENCLOSING_STEPS = 200;

  private final double gap;
  private final double stretch;
  private final List<Place> places = new ArrayList<>();
  private double sameRadius;
  private int spot;

  /**
   * Nothing packed yet.
   *
   * @param gap between two circles
   * @param stretch how much wider than high the whole becomes; 1 is round
   */
  Packing(double gap, double stretch) {
    this.gap = gap;
    this.stretch = stretch;
  }

  /** Places circles of these radii, the largest first; in the order given. */
  List<Place> addAll(List<Double> radii) {
    Place[] placed = new Place[radii.size()];
    IntStream.range(0, placed.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> -radii.get(i)).thenComparing(i -> i))
        .forEach(i -> placed[i] = add(radii.get(i)));
    return List.of(placed);
  }

  /** Places one more circle. */
  Place add(double radius) {
    if (radius != sameRadius) {
      sameRadius = radius;
      spot = 0;
    }
    // a spot that was not free for a circle of this size will never be again
    Place place = spot(radius);
    while (!isFree(place)) {
      spot++;
      place = spot(radius);
    }
    places.add(place);
    return place;
  }

  private Place spot(double radius) {
    double distance = spot == 0 ? 0 : FINENESS * radius * StrictMath.sqrt(spot);
    double angle = spot * StrictMath.PI * (3 - StrictMath.sqrt(5));
    double widening = StrictMath.sqrt(stretch);
    return new Place(
        distance * StrictMath.cos(angle) * widening,
        distance * StrictMath.sin(angle) / widening,
        radius);
  }

  private boolean isFree(Place candidate) {
    for (Place place : places) {
      if (candidate.gap(place) < gap) {
        return false;
      }
    }
    return true;
  }

  /** A small circle around places, found by walking towards the farthest. */
  static Place enclosing(List<Place> places, double margin) {
    double x = 0;
    double y = 0;
    for (int step = 1; step <= ENCLOSING_STEPS; step++) {
      Place far = farthest(places, x, y);
      double distance = StrictMath.hypot(far.x() - x, far.y() - y);
      if (distance > 0) {
        // towards the far edge of the farthest circle, ever more carefully
        double stride = (distance + far.r()) / distance / (step + 1);
        x += (far.x() - x) * stride;
        y += (far.y() - y) * stride;
      }
    }
    return new Place(x, y, reach(farthest(places, x, y), x, y) + margin);
  }

  private static Place farthest(List<Place> places, double x, double y) {
    Place far = places.getFirst();
    for (Place place : places) {
      if (reach(place, x, y) > reach(far, x, y)) {
        far = place;
      }
    }
    return far;
  }

  private static double reach(Place place, double x, double y) {
    return StrictMath.hypot(place.x() - x, place.y() - y) + place.r();
  }
}
