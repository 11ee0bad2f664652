package nl.korf.service.web;

import org.jspecify.annotations.Nullable;

/**
 * Which piece of a list is asked for ({@code ?limit=&cursor=}); a parameter of a route.
 *
 * @param limit entries at most, 1 to {@value #LIMIT_MAX}
 * @param cursor where the piece before ended, as given there; null: from the beginning
 */
public record PageQuery(int limit, @Nullable String cursor) {

  /** Entries of a page where nothing is asked for. */
  public static final int LIMIT_DEFAULT = 50;

  /** Most entries of a page. */
  public static final int LIMIT_MAX = 500;
}
