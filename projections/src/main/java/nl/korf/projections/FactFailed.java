package nl.korf.projections;

/** A fact that could not be folded: where it is, what it is, and why. */
record FactFailed(long position, String type, Throwable cause) {

  @Override
  public String toString() {
    return "position %d, %s: %s".formatted(position, type, cause);
  }
}
