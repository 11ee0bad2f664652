package nl.korf.service.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.korf.model.Imported.Finding;
import nl.korf.model.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A fact to be recorded, with the row it comes from.
 *
 * @param set name of the data set
 * @param source file and line
 * @param key what tells it apart within the set, whatever line it stands on; persons by their
 *     random id
 * @param findings what the import itself found (an unknown start); the rules add theirs
 * @param attributes what the source says besides
 * @param lane facts of one lane are recorded in order
 * @param needs entities that must be there before: {@code group/tiger-team}
 * @param creates the entity it brings into being, or null
 */
record PlannedFact(
    Fact fact,
    Instant effectiveAt,
    String set,
    String source,
    String key,
    List<Finding> findings,
    Map<String, String> attributes,
    String lane,
    Set<String> needs,
    @Nullable String creates) {

  PlannedFact {
    findings = List.copyOf(findings);
    attributes = new TreeMap<>(attributes);
    needs = Set.copyOf(needs);
  }

  /**
   * The id of the command that records it: the same for the same row in the same ledger, so that
   * repeating an import continues it (RFC 9562, version 8: SHA-256 of ledger, set, file and key).
   */
  UUID commandId(String ledger) {
    String file = source.replaceFirst(":\\d+$", "");
    String name = String.join("\n", ledger, set, file, key);
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (digest.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
    long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
