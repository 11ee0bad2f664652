package nl.korf.projections;

/** A cursor that is not one of the list it was given to: begin again without. */
public final class BadCursor extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  BadCursor(String cursor, Exception cause) {
    super("'%s' is no cursor of this list".formatted(cursor), cause);
  }
}
