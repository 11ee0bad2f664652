package nl.korf.service.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.service.web.Submission;

/**
 * A question of authority as it was sent: what tells the same request sent again from another one
 * under the same Idempotency-Key.
 *
 * @param key the Idempotency-Key
 * @param digest SHA-256 over the address, the whole request and who asks
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Asking(UUID key, byte[] digest) {

  /** What was sent to an address, {@code authority-checks}. */
  static Asking of(String address, Object request, Submission submission) {
    byte[] canonical =
        ModelJson.mapper()
            .writeValueAsString(List.of(address, request, submission.actor().toString()))
            .getBytes(StandardCharsets.UTF_8);
    try {
      return new Asking(
          submission.commandId(), MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
