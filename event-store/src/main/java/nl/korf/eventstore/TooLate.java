package nl.korf.eventstore;

import java.time.Instant;

/** The append would have been recorded at or after its {@code notAfter}: decide anew. */
public final class TooLate extends AppendRefused {

  TooLate(Instant notAfter, Instant recordedAt) {
    super(
        "The append had to be recorded before %s and its turn came at %s"
            .formatted(notAfter, recordedAt));
  }
}
