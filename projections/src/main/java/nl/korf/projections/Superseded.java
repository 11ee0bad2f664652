package nl.korf.projections;

/** A generation is retired, gone, or written by somebody else: whoever holds this may not go on. */
final class Superseded extends RuntimeException {

  Superseded(String message) {
    super(message);
  }
}
