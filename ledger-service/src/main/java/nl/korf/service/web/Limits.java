package nl.korf.service.web;

import org.jspecify.annotations.Nullable;

/** Reads {@code ?limit=}. */
public final class Limits {

  private Limits() {}

  /** The limit asked for, or {@code usual}; {@link InvalidRequest} beyond {@code most}. */
  public static int of(@Nullable String given, int usual, int most) {
    if (given == null) {
      return usual;
    }
    if (!given.matches("[0-9]{1,9}") || Integer.parseInt(given) < 1) {
      throw new InvalidRequest(
          "limit", Fault.WRONG_VALUE, "value", given, "expected", "1 – " + most);
    }
    int limit = Integer.parseInt(given);
    if (limit > most) {
      throw new InvalidRequest("limit", Fault.TOO_LONG, "limit", Integer.toString(most));
    }
    return limit;
  }
}
