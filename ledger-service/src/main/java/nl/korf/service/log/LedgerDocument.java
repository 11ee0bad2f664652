package nl.korf.service.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which ledger this is and how far it has come.
 *
 * @param urn in every header of a fact
 * @param example whether it was marked an example at birth
 * @param head position of the last fact
 * @param headRecordedAt when that was recorded
 * @param projected last position all read models show
 * @param viewVersion version of the shared view's rows
 * @param viewHash of the shared view at {@code projected}, hexadecimal; null while a read model is
 *     behind
 */
record LedgerDocument(
    String urn,
    String name,
    boolean example,
    long head,
    @Nullable Instant headRecordedAt,
    long projected,
    int viewVersion,
    @Nullable String viewHash,
    List<ReadModelDocument> readModels) {
  LedgerDocument {
    readModels = List.copyOf(readModels);
  }
}
