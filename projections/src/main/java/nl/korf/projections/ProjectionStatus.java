package nl.korf.projections;

import java.time.Instant;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.ViewHash;
import org.jspecify.annotations.Nullable;

/**
 * Where one generation of a read model stands, as written in the database.
 *
 * @param live whether this generation answers reads
 * @param viewVersion the version of the view its rows were made by
 * @param shape what its tables and their rows look like, see {@link Shape}
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
    String shape,
    long position,
    ProjectionState state,
    @Nullable String error,
    @Nullable Instant stoppedAt,
    @Nullable Instant nextTry) {

  /** Whether this program makes such rows itself, and so can read and follow them. */
  boolean isOfThisProgram() {
    return viewVersion == ViewHash.VIEW_VERSION && hasPresentShape();
  }

  /** Whether this program can read the rows. */
  public boolean hasPresentShape() {
    return shape.equals(Shape.of(model));
  }
}
