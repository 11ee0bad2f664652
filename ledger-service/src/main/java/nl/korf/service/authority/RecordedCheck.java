package nl.korf.service.authority;

import java.time.Instant;
import java.util.UUID;
import nl.korf.model.authority.CompetenceProof;
import org.jspecify.annotations.Nullable;

/**
 * One authority check that was made.
 *
 * @param id of the check: that of the request that asked, or of one sending of a gated command
 * @param command the id of the command or request that asked
 * @param actor who asked
 * @param gate the command it was the gate of; null: somebody only asked
 * @param proof the verdict with its position, instant and path
 */
public record RecordedCheck(
    UUID id,
    UUID command,
    Instant checkedAt,
    String actor,
    @Nullable String gate,
    Question question,
    CompetenceProof proof) {}
