package nl.korf.projections;

import nl.korf.model.view.ReadModel;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild ended.
 *
 * @param position where both generations were compared
 * @param before hash of the generation that answered, in hexadecimal; of the one built, where none
 *     answered
 * @param rebuilt hash of the one built anew
 * @param swapped whether the rebuilt generation answers now
 * @param firstDifference first position after which the two differ, when they do
 * @param expected whether they may differ: their rows were made by different versions of the view
 */
public record RebuildReport(
    ReadModel model,
    int generation,
    long position,
    String before,
    String rebuilt,
    boolean swapped,
    @Nullable Long firstDifference,
    boolean expected) {

  /** Whether both generations hold the same rows. */
  public boolean same() {
    return before.equals(rebuilt);
  }
}
