package nl.korf.service.log;

import java.time.Instant;
import java.util.Locale;
import nl.korf.projections.ProjectionState;
import nl.korf.projections.ProjectionStatus;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a read model.
 *
 * @param name {@code groups}
 * @param live whether it answers reads
 * @param position last position folded in
 * @param error what stopped it, naming the fact after {@code position}
 */
record ReadModelDocument(
    String name,
    int generation,
    boolean live,
    int viewVersion,
    long position,
    ProjectionState state,
    @Nullable String error,
    @Nullable Instant stoppedAt,
    @Nullable Instant nextTry) {

  static ReadModelDocument of(ProjectionStatus status) {
    return new ReadModelDocument(
        status.model().name().toLowerCase(Locale.ROOT),
        status.generation(),
        status.live(),
        status.viewVersion(),
        status.position(),
        status.state(),
        status.error(),
        status.stoppedAt(),
        status.nextTry());
  }
}
