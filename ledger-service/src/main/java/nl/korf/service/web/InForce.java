package nl.korf.service.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import nl.korf.model.view.Row;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import org.jspecify.annotations.Nullable;

/**
 * A row as answers show it, with the time it is in force as known at the position of the answer.
 * When it stops being known is not shown: that would change an answer about the past.
 *
 * @param from in force from, inclusive
 * @param until in force until, exclusive; absent: no end is known
 * @param knownFrom position of the fact that made this known
 */
public record InForce<R extends Row>(
    @JsonUnwrapped R row, Instant from, @Nullable Instant until, long knownFrom) {

  public static <R extends Row> InForce<R> of(Held<R> held) {
    return new InForce<>(held.row(), held.from(), held.until(), held.knownFrom());
  }

  public static <R extends Row> Page<InForce<R>> page(Page<Held<R>> page) {
    return new Page<>(page.items().stream().map(InForce::of).toList(), page.next());
  }
}
