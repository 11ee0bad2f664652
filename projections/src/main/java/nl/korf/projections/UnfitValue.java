package nl.korf.projections;

import org.jspecify.annotations.Nullable;

/** Somebody asked with a value the database cannot hold, so that nothing can be found by it. */
public final class UnfitValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnfitValue(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
