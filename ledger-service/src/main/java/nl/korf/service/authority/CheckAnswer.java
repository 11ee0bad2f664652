package nl.korf.service.authority;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the authority check.
 *
 * @param asKnownAt the position up to which facts were taken into account
 * @param on the instant the verdict is about
 * @param path the chain used, or the nearest one: from the mandate of the holder up to the root
 * @param failed the first predicate that did not hold on it; absent where all did
 * @param values what that predicate compared, by name
 * @param gate the command it was the gate of; absent: somebody only asked
 */
record CheckAnswer(
    UUID id,
    Verdict verdict,
    long asKnownAt,
    @Nullable Instant on,
    List<CompetenceProof.Step> path,
    @Nullable String failed,
    Map<String, String> values,
    Question question,
    Instant checkedAt,
    @Nullable String gate) {

  static CheckAnswer of(RecordedCheck check) {
    CompetenceProof proof = check.proof();
    return new CheckAnswer(
        check.id(),
        proof.verdict(),
        proof.asKnownAt(),
        proof.on(),
        proof.path(),
        proof.failed(),
        proof.values(),
        check.question(),
        check.checkedAt(),
        check.gate());
  }
}
