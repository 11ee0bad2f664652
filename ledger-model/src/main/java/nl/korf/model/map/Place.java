package nl.korf.model.map;

/**
 * Where something stands, in units of the map: the distance between two neighbours in a disc is
 * about {@code 1.8}. The sea has its middle near 0, 0; y points down.
 *
 * @param r radius
 */
public record Place(double x, double y, double r) {

  Place moved(double dx, double dy) {
    return new Place(x + dx, y + dy, r);
  }

  /** How far apart the edges are; negative when they overlap. */
  double gap(Place other) {
    double dx = x - other.x;
    double dy = y - other.y;
    return Math.sqrt(dx * dx + dy * dy) - r - other.r;
  }
}
