package nl.korf.projections;

import java.time.Instant;
import nl.korf.model.view.ReadModel;
import org.jspecify.annotations.Nullable;

/**
 * Where one generation of a read model stands, as written in the database.
 *
 * @param live whether this generation answers reads
 * @param viewVersion the version of the view its rows were made by
 * @param position last position folded in
 * @param error what stopped it, naming the fact after {@code position}, or how it differs
 * @param stoppedAt since when
 * @param nextTry when it will be tried again
 */
public record ProjectionStatus(
    ReadModel model,
    int generation,
    boolean live,
    int viewVersion,
    long position,
    ProjectionState state,
    @Nullable String error,
    @Nullable Instant stoppedAt,
    @Nullable Instant nextTry) {}
