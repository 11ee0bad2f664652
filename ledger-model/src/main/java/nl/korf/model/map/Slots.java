package nl.korf.model.map;

/** How much room containers reserve: a power of two, so that it doubles whenever it is used up. */
final class Slots {

  /** Fewest places in a disc. */
  static final int DISC_MIN = 8;

  /** Fewest places for discs on an island. */
  static final int ISLAND_MIN = 1;

  private Slots() {}

  /** Places for so many children in a container of this kind. */
  static int capacity(NodeKind container, int children) {
    int least = container == NodeKind.ISLAND ? ISLAND_MIN : DISC_MIN;
    int above = Integer.highestOneBit(Math.max(1, children - 1)) << 1;
    return Math.max(least, children <= 1 ? 1 : above);
  }

  /** Whether one more child finds a container full that already has so many. */
  static boolean overflows(NodeKind container, int children) {
    return children > 0 && children == capacity(container, children);
  }
}
