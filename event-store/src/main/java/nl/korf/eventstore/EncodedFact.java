package nl.korf.eventstore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A payload as bytes, and its personal part where it has one. Neither array is copied. */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
public record EncodedFact(byte[] payload, byte @Nullable [] personal) {

  @Override
  public boolean equals(Object other) {
    return other instanceof EncodedFact that
        && Arrays.equals(payload, that.payload)
        && Arrays.equals(personal, that.personal);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(payload);
  }
}
