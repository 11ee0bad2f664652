package nl.korf.model.map;

/** Places on a spiral at the golden angle: evenly spread however many are taken. */
final class Sunflower {

  /** Radius of what stands on the spiral. */
  static final double NODE_RADIUS = 0.6;

  /** From the outermost node to the edge of the disc. */
  private static final double EDGE = 1.1;

  // strictfp functions: the same places on every machine
  private static final double GOLDEN_ANGLE = StrictMath.PI * (3 - StrictMath.sqrt(5));

  private Sunflower() {}

  /** The place of the n-th child, counted from 0, around 0, 0. */
  static Place slot(int n) {
    double distance = StrictMath.sqrt(n + 0.5);
    double angle = n * GOLDEN_ANGLE;
    return new Place(
        distance * StrictMath.cos(angle), distance * StrictMath.sin(angle), NODE_RADIUS);
  }

  /** The radius of a disc with so many slots. */
  static double radius(int capacity) {
    return StrictMath.sqrt(capacity) + NODE_RADIUS + EDGE;
  }
}
